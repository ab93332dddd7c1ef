"""The rival: bare aiogram, as its own examples show it.

`python -m tests.measure.playing.bare`: its aiohttp webhook, its memory storage, no routing.
"""

import itertools
import sys

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message
from aiogram.webhook.aiohttp_server import SimpleRequestHandler, setup_application
from aiohttp import web

from tests.measure.playing.citizen import ACCEPT, ASKED, FILE, FILED, SUGGESTED, SUMMED_UP
from tests.measure.playing.rival import READY, asked

_numbers = itertools.count(1)
_router = Router()


class Telling(StatesGroup):
    """How far a citizen has come."""

    place = State()
    accept = State()
    file = State()


def _button(label: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup(
        inline_keyboard=[[InlineKeyboardButton(text=label, callback_data=label)]]
    )


@_router.message(Telling.place)
async def _place(message: Message, state: FSMContext) -> None:
    await state.update_data(place=message.text)
    await state.set_state(Telling.accept)
    await message.answer(f"{SUGGESTED} Dinas Perhubungan?", reply_markup=_button(ACCEPT))


@_router.callback_query(Telling.accept, F.data == ACCEPT)
async def _accept(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    told = await state.get_data()
    await state.set_state(Telling.file)
    assert isinstance(query.message, Message)
    words = f"{SUMMED_UP}: {told['text']}, {told['place']}"
    await query.message.edit_text(words, reply_markup=_button(FILE))


@_router.callback_query(Telling.file, F.data == FILE)
async def _file(query: CallbackQuery, state: FSMContext) -> None:
    await query.answer()
    await state.clear()
    assert query.message
    await query.message.answer(f"{FILED} {next(_numbers)}")


@_router.message(F.text)
async def _text(message: Message, state: FSMContext) -> None:
    await state.update_data(text=message.text)
    await state.set_state(Telling.place)
    await message.answer(f"{ASKED} tempatnya?")


def main() -> None:
    given = asked()
    session = AiohttpSession(api=TelegramAPIServer.from_base(given.api))
    bot = Bot(given.token, session=session)
    dispatcher = Dispatcher()
    dispatcher.include_router(_router)

    async def ready() -> None:
        await bot.set_webhook(
            f"http://127.0.0.1:{given.port}/telegram",
            secret_token=given.secret,
            allowed_updates=["message", "callback_query"],
        )
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()

    dispatcher.startup.register(ready)
    application = web.Application()
    SimpleRequestHandler(dispatcher, bot, secret_token=given.secret).register(
        application, path="/telegram"
    )
    setup_application(application, dispatcher, bot=bot)
    web.run_app(application, host="127.0.0.1", port=given.port, print=None, access_log=None)


if __name__ == "__main__":
    main()
