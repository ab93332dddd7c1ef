"""Scenes: people talk to the product through the sandbox, as they would on Telegram."""
