"""The rival: stock python-telegram-bot, as its own examples show it.

`python -m tests.measure.playing.stock`: its webhook server, its httpx client, a
ConversationHandler, everything in memory, no routing.
"""

import itertools
import sys
from typing import Any

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.ext import (
    Application,
    CallbackQueryHandler,
    ContextTypes,
    ConversationHandler,
    MessageHandler,
    filters,
)

from tests.measure.playing.citizen import ACCEPT, ASKED, FILE, FILED, SUGGESTED, SUMMED_UP
from tests.measure.playing.rival import READY, asked

_TEXT, _PLACE, _ACCEPT, _FILE = range(4)
_numbers = itertools.count(1)


def _button(label: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=label)]])


async def _text(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    assert update.message
    assert context.user_data is not None
    context.user_data["text"] = update.message.text
    await update.message.reply_text(f"{ASKED} tempatnya?")
    return _PLACE


async def _place(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    assert update.message
    assert context.user_data is not None
    context.user_data["place"] = update.message.text
    await update.message.reply_text(f"{SUGGESTED} Dinas Perhubungan?", reply_markup=_button(ACCEPT))
    return _ACCEPT


async def _accept(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    assert update.callback_query
    assert context.user_data is not None
    await update.callback_query.answer()
    words = f"{SUMMED_UP}: {context.user_data['text']}, {context.user_data['place']}"
    await update.callback_query.edit_message_text(words, reply_markup=_button(FILE))
    return _FILE


async def _file(update: Update, context: ContextTypes.DEFAULT_TYPE) -> int:
    assert update.callback_query
    assert update.effective_chat
    await update.callback_query.answer()
    await context.bot.send_message(update.effective_chat.id, f"{FILED} {next(_numbers)}")
    return ConversationHandler.END


def main() -> None:
    given = asked()
    words = filters.TEXT & ~filters.COMMAND
    conversation: ConversationHandler[Any] = ConversationHandler(
        entry_points=[MessageHandler(words, _text)],
        states={
            _PLACE: [MessageHandler(words, _place)],
            _ACCEPT: [CallbackQueryHandler(_accept, ACCEPT)],
            _FILE: [CallbackQueryHandler(_file, FILE)],
        },
        fallbacks=[],
    )

    async def ready(_: object) -> None:
        sys.stdout.write(f"{READY}\n")
        sys.stdout.flush()

    application = (
        Application.builder()
        .token(given.token)
        .base_url(f"{given.api}/bot")
        .post_init(ready)
        .build()
    )
    application.add_handler(conversation)
    application.run_webhook(
        listen="127.0.0.1",
        port=given.port,
        url_path="telegram",
        webhook_url=f"http://127.0.0.1:{given.port}/telegram",
        secret_token=given.secret,
        allowed_updates=["message", "callback_query"],
    )


if __name__ == "__main__":
    main()
