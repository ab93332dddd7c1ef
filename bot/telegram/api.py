"""The requests that leave by the thousand: plain parameters in, the plain result out.

python-telegram-bot makes objects of every parameter and every answer, which costs more than the
request itself; of most answers the house wants one number.
"""

from typing import Any

from telegram import Bot

from bot.telegram.request import AiohttpRequest


class BotApi:
    """Asks over the same connections as python-telegram-bot's own `Bot`."""

    def __init__(self, bot: Bot) -> None:
        assert isinstance(bot.request, AiohttpRequest)
        self._request = bot.request
        self._address = bot.base_url

    async def ask(self, method: str, **asked: object) -> Any:  # noqa: ANN401 - as the method gives
        """Give the result in JSON's types; what is None is not sent. Raises telegram's errors."""
        given = {name: value for name, value in asked.items() if value is not None}
        return await self._request.ask(f"{self._address}/{method}", given)
