"""Between Telegram and the house: requests, updates in, screens out."""
