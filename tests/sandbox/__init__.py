"""The sandbox, asked over HTTP by python-telegram-bot's own client."""
