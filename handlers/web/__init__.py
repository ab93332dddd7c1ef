"""The aiohttp side: webhook and health."""
