"""Ties Telegram's updates to the handlers: the one file here that knows python-telegram-bot.

Every update goes the same way: who is it, do they agree to be known, what do they want, what is to
be shown. Somebody unknown in private is asked for consent, and what they sent is held, not used. In
a group only those who have a right act; another who presses is told how to be let in.
"""

from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import timedelta
from typing import Any

from telegram import Update
from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.domain.people import Person
from bot.domain.refusals import Refused
from bot.services.work import Work
from bot.telegram.incoming import Heard, Pressed, Sender, heard_from, pressed_from
from bot.telegram.turn import Turn, TurnApplication, TurnContext, hand_back
from bot.ui import door
from bot.ui.buttons import read_button
from bot.ui.buttons.button import Button, StaleButton
from bot.ui.buttons.citizen import ConsentSays, ConsentWord
from bot.ui.digest import QUEUE
from bot.ui.screen import Answer, Screen
from bot.ui.texts import Speech, Texts
from bot.ui.typed import named
from handlers import by_number, group, members, presses, private
from handlers.admin import announce, days, desk, keywords, numbers, people, voices, why
from handlers.citizen import card, entering, own, own_data, telling
from handlers.citizen.held import without_greetings
from handlers.officer import cases, rules, templates
from handlers.visit import Shown, Visit

Hears = Callable[[Visit, Heard], Awaitable[Shown]]
InGroup = Callable[[Work, Speech, Heard], Awaitable[Screen]]
Callback = Callable[[Update, TurnContext], Coroutine[Any, Any, None]]
ASK_AGAIN_AFTER = timedelta(minutes=1)
"""An album or a split text before consent is answered with one question."""


class Wiring:
    """Registers the handlers on an application."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts

    def wire(self, application: TurnApplication) -> None:
        """Add every handler; the first that fits an update takes it."""
        said = ~filters.StatusUpdate.ALL
        alone = filters.ChatType.PRIVATE & filters.UpdateType.MESSAGE & said
        grouped = filters.ChatType.GROUPS & filters.UpdateType.MESSAGE
        add = application.add_handler
        # The first two take nearly all that comes; each further one would be asked before them.
        add(CallbackQueryHandler(self._pressed))
        add(MessageHandler(alone & ~filters.COMMAND, self._told(private.hears)))
        for name, act in _COMMANDS.items():
            add(CommandHandler(name, self._told(act), alone))
        add(MessageHandler(alone, self._told(_unknown_command)))
        changed = filters.ChatType.PRIVATE & filters.UpdateType.EDITED_MESSAGE
        add(MessageHandler(changed, self._told(private.edited)))
        add(MessageHandler(filters.StatusUpdate.MIGRATE, self._migrated))
        add(CommandHandler("start", self._group_start, grouped))
        add(CommandHandler("antrian", self._in_any_group(group.queue), grouped))
        add(CommandHandler(("bantuan", "help"), self._in_any_group(group.helps), grouped))
        add(MessageHandler(grouped & said, self._in_group))
        add(ChatMemberHandler(self._membership, ChatMemberHandler.MY_CHAT_MEMBER))
        application.add_error_handler(hand_back)

    async def tell_fault(self, turn: Turn, update: Update) -> None:
        """Say once that what somebody sent could not be dealt with and is kept."""
        heard, pressed = heard_from(update), pressed_from(update)
        there = pressed or heard
        if there is None or there.sender is None:
            return
        person = await turn.work.unit.people.with_chat(there.sender.chat)
        say = self._say(person, there.sender)
        await turn.show(there.sender.chat, door.plain(say, "fault"))

    def _told(self, act: Hears) -> Callback:
        """A handler for messages in private."""

        async def callback(update: Update, context: TurnContext) -> None:
            heard = heard_from(update)
            if heard is None or heard.sender is None:
                return
            visit = await self._visit(context.turn, heard.sender, heard)
            if visit is None:
                if not heard.edited:
                    await self._meet(context.turn, heard)
                return
            await self._show(context.turn, visit, heard, await _asked(act(visit, heard), visit))

        return callback

    async def _pressed(self, update: Update, context: TurnContext) -> None:
        pressed, turn = pressed_from(update), context.turn
        if pressed is None:
            return
        try:
            button: Button | None = read_button(pressed.data)
        except StaleButton:
            button = None
        visit = await self._visit(turn, pressed.sender, pressed)
        if isinstance(button, ConsentSays):
            if pressed.private and (visit is None or button.word is not ConsentWord.NO):
                await self._consents(turn, pressed.sender, button.word, edit=pressed.message)
                return
            button = None
        if visit is None:
            say = self._say(None, pressed.sender)
            turn.toast, turn.alert = say("press-unknown"), True
            return
        if button is None:
            shown = await card.newest(visit) if pressed.private else group.stale(visit.say)
        else:
            act = presses.act_of(button)
            shown = await _asked(act(visit, pressed, button), visit, pressed)
        await self._show(turn, visit, pressed, shown)

    async def _in_group(self, update: Update, context: TurnContext) -> None:
        """A reply to a card, or words in a report's own topic, by somebody with a right."""
        heard = heard_from(update)
        if heard is None or heard.sender is None:
            return
        report = await group.meant(context.turn.work, heard)
        if report is None:
            return
        visit = await self._visit(context.turn, heard.sender, heard)
        if visit is None:
            say = self._say(None, heard.sender)
            await context.turn.show(heard.chat, group.how_to_enter(say), thread=heard.thread)
            return
        shown = await _asked(cases.replies(visit, heard, report), visit)
        await self._show(context.turn, visit, heard, shown)

    async def _group_start(self, update: Update, context: TurnContext) -> None:
        heard = heard_from(update)
        if heard is None:
            return
        work, person = context.turn.work, None
        if heard.sender:
            person = await work.unit.people.with_chat(heard.sender.chat)
        say = self._texts.speech(self._texts.default)
        try:
            shown = await group.binds(work, say, person, heard)
        except Refused as refused:
            shown = door.refusal(say, refused)
        if isinstance(shown, Screen):
            await context.turn.show(heard.chat, shown, thread=heard.thread)

    def _in_any_group(self, act: InGroup) -> Callback:
        """A command that says the same to everybody in a group."""

        async def callback(update: Update, context: TurnContext) -> None:
            heard = heard_from(update)
            if heard is None:
                return
            say = self._texts.speech(self._texts.default)
            shown = await act(context.turn.work, say, heard)
            await context.turn.show(heard.chat, shown, thread=heard.thread)

        return callback

    async def _migrated(self, update: Update, context: TurnContext) -> None:
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await members.migrates(context.turn.work, message.chat_id, message.migrate_to_chat_id)

    async def _membership(self, update: Update, context: TurnContext) -> None:
        """Somebody blocked the bot or let it back; a group took it in or threw it out."""
        change = update.my_chat_member
        if change is None:
            return
        there = change.new_chat_member.status not in {"left", "kicked"}
        was_there = change.old_chat_member.status not in {"left", "kicked"}
        if change.chat.type == "private":
            await members.blocks(context.turn.work, change.chat.id, blocked=not there)
        elif not there:
            await members.leaves(context.turn.work, change.chat.id)
        elif not was_there and change.chat.type != "channel":
            await members.joins(context.turn.work, change.chat.id)
        else:
            await members.has_other_rights(context.turn.work, change.chat.id)

    async def _meet(self, turn: Turn, heard: Heard) -> None:
        """Take a typed answer to the question of consent; else hold what came, and ask once."""
        sender = heard.sender
        if sender is None:
            return
        held = await turn.work.unit.inbox.held(turn.row.lane)
        if held and not heard.attachment and not heard.pin:
            rows = door.consent(self._say(None, sender), turn.work.house.operator, holds=True)
            button = named(heard.text, [rows.buttons], self._say(None, sender), self._texts)
            if isinstance(button, ConsentSays):
                await self._consents(turn, sender, button.word)
                return
        turn.held = True
        if held and turn.row.received_at - held[-1].received_at < ASK_AGAIN_AFTER:
            return
        say = self._say(None, sender)
        await turn.show(sender.chat, door.consent(say, turn.work.house.operator, holds=True))

    async def _consents(
        self, turn: Turn, sender: Sender, word: ConsentWord, *, edit: int | None = None
    ) -> None:
        work = turn.work
        say = self._say(None, sender)
        if word is ConsentWord.READ:
            screen = door.consent_full(say, work.house.operator)
            await turn.show(sender.chat, screen, edit=edit)
            return
        known = await work.unit.people.with_chat(sender.chat)
        if word is ConsentWord.NO:
            await work.unit.inbox.empty_lane(turn.row.lane, work.now)
            await turn.show(sender.chat, door.consent_declined(say), edit=edit)
            return
        name = sender.name.strip()[:64]
        await work.access.agree(sender.chat, name, say.language)
        released = await work.unit.inbox.release(turn.row.lane)
        kept = without_greetings(released)
        turn.released = [replace(row, together=len(kept) > 1) for row in kept]
        for row in released:
            if row not in kept:
                await work.unit.inbox.done(row.id, work.now)
        await turn.show(sender.chat, door.consent_thanks(say, work.now), edit=edit)
        if not turn.released and known is None:
            hello = door.greeting(say, work.house.operator, known=False)
            await turn.show(sender.chat, hello)

    async def _visit(self, turn: Turn, sender: Sender, where: Heard | Pressed) -> Visit | None:
        """Who is there; None for somebody who has not agreed to be known."""
        unit = turn.work.unit
        visitor = await unit.visitors.at(sender.chat, where.chat, where.thread)
        if visitor is None or visitor.person.consent is None:
            return None
        person = visitor.person
        await unit.people.seen(person.id, turn.work.now, visitor.seen_at)
        return Visit(
            work=turn.work,
            texts=self._texts,
            say=self._texts.speech(person.language if where.private else self._texts.default),
            person=person,
            actor=visitor.actor,
            chat=where.chat,
            step=visitor.step,
            thread=where.thread,
            together=turn.row.together,
        )

    async def _show(self, turn: Turn, visit: Visit, where: Heard | Pressed, shown: Shown) -> None:
        """Put what a handler returned in the outbox."""
        if shown is None:
            return
        answer = shown if isinstance(shown, Answer) else Answer((shown,))
        turn.toast, turn.alert = answer.toast, answer.alert
        pressed = where.message if isinstance(where, Pressed) else None
        if answer.changes:
            newest = await turn.work.unit.anchors.newest(visit.chat, answer.changes)
            pressed = newest.message if newest else None
        for screen in answer.screens:
            edit = pressed if screen.in_place else None
            plain = replace(screen, in_place=False)
            await turn.show(visit.chat, plain, edit=edit, thread=where.thread)

    def _say(self, person: Person | None, sender: Sender) -> Speech:
        if person:
            return self._texts.speech(person.language)
        return self._texts.speech(self._texts.language_of(sender.language_code))


async def _asked(doing: Awaitable[Shown], visit: Visit, pressed: Pressed | None = None) -> Shown:
    """Do what was asked; a refusal is put into words, and after a press the newest state."""
    try:
        return await doing
    except Refused as refused:
        return await presses.refused(visit, refused, pressed)


async def _unknown_command(visit: Visit, heard: Heard) -> Shown:  # noqa: ARG001
    return door.plain(visit.say, "unknown-command")


def _alone(act: Callable[[Visit], Awaitable[Shown]]) -> Hears:
    async def hears(visit: Visit, heard: Heard) -> Shown:  # noqa: ARG001
        return await act(visit)

    return hears


async def _queue(visit: Visit) -> Shown:
    """/antrian: an admin's, else an officer's."""
    return await (desk.queue(visit) if visit.actor.admin else cases.queue(visit))


async def _starts(visit: Visit, heard: Heard) -> Shown:
    """/start; the button under /antrian in a group leads here to one's queue."""
    if heard.words_after_command == QUEUE:
        return await _queue(visit)
    return await entering.starts(visit, heard)


_COMMANDS: dict[str, Hears] = {
    "start": _starts,
    "lapor": _alone(telling.bids_tell),
    "laporanku": _alone(own.lists),
    "laporan": _alone(own.lists),
    "status": by_number.asks_status,
    "batal": _alone(card.cancels),
    "bantuan": _alone(entering.asks_help),
    "help": _alone(entering.asks_help),
    "menu": _alone(entering.asks_help),
    "bahasa": _alone(entering.asks_language),
    "dataku": _alone(own_data.shows),
    "antrian": _alone(_queue),
    "template": _alone(templates.lists),
    "aturan": _alone(rules.lists),
    "riwayat": desk.history,
    "kenapa": why.explains,
    "katakunci": keywords.opens,
    "libur": days.lists_or_adds,
    "gabung": voices.asks,
    "undang": people.invites,
    "instansi": people.lists_agencies,
    "petugas": people.lists_people,
    "cabut": people.revokes_menu,
    "statistik": numbers.statistics,
    "ekspor": numbers.export,
    "penilaian": numbers.assessment,
    "umumkan": _alone(announce.begins),
}
