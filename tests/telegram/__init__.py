"""The request and the adapter between Telegram and the house."""
