"""What a Telegram chat is made of: people, chats, messages, buttons and text with entities."""
