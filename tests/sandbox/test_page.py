"""The chat page as people use it, in a real browser, with a small bot behind it."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from telegram import (
    Bot,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    KeyboardButton,
    ReplyKeyboardMarkup,
)

from bot.sandbox import Group, Person, Sandbox
from bot.sandbox.page import ChatPage
from tests.support.browser import Page, Theme, find_browser, opened, running_browser
from tests.support.clock import TurnedClock

_NOTE = {"id": "Peragaan, bukan layanan resmi", "en": "A demonstration"}


@pytest.fixture(scope="module")
def devtools() -> Iterator[str]:
    path = find_browser()
    if path is None:
        pytest.skip("the chat page is not tested: no Chromium is installed (apt install chromium)")
    with running_browser(path) as address:
        yield address


@asynccontextmanager
async def looked_at(
    devtools: str,
    sandbox: Sandbox,
    *placed: Person | Group,
    width: int = 1400,
    language: str = "id-ID",
) -> AsyncIterator[Page]:
    """The page in a window, once its first chat can be seen."""
    async with ChatPage(sandbox, title="Peragaan", note=_NOTE) as page:
        for one in placed:
            page.place(one)
        async with opened(devtools, language=language) as tab:
            await tab.looks(width=width, height=800)
            await tab.goes_to(page.url)
            await tab.until("document.querySelectorAll('.column').length > 0")
            yield tab
            assert tab.complaints == []


@asynccontextmanager
async def echoing(bot: Bot) -> AsyncIterator[None]:
    """A bot that repeats what it hears, with a button that counts its presses."""

    async def answer_forever() -> None:
        offset, count = 0, 0
        while True:
            for update in await bot.get_updates(offset, timeout=5):
                offset = update.update_id + 1
                if update.callback_query is not None:
                    count += 1
                    await update.callback_query.answer(f"Terhitung {count}")
                    await update.callback_query.edit_message_text(
                        f"Sudah {count} kali", reply_markup=counter()
                    )
                elif update.message is not None:
                    heard = update.message.text or "bukan kata"
                    await update.message.reply_text(f"Anda: {heard}", reply_markup=counter())

    async with asyncio.TaskGroup() as tasks:
        task = tasks.create_task(answer_forever())
        yield
        task.cancel()


def counter() -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton("Hitung", callback_data="count")]])


def column(person: Person | Group) -> str:
    return f"[id='panel-{person.id}']"


async def test_a_button_pressed_by_keyboard_changes_the_message_at_once(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with echoing(bot), looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks(f"{column(siti)} textarea")
        await tab.types("Lampu mati")
        await tab.presses("Enter")
        await tab.sees("Anda: Lampu mati", column(siti))

        await tab.presses("ArrowUp")
        await tab.presses("Tab", times=2)
        focused = await tab.evaluate("document.activeElement.innerText")
        await tab.presses("Enter")
        await tab.sees("Sudah 1 kali", column(siti))

        assert focused == "Hitung"
        await tab.sees("Terhitung 1", f"{column(siti)} .toast")
        await tab.until("document.activeElement.innerText === 'Hitung'")
        await tab.until("!document.querySelector('.key[aria-busy]')")
        assert "Sudah 1 kali" in await tab.evaluate("document.querySelector('#heard').innerText")


async def test_words_stay_words_and_formatting_is_shown(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await bot.send_message(
            siti.id,
            "<b>tebal 😀</b> &lt;img src=x onerror=alert(1)&gt; "
            '<a href="https://example.org/a">luar</a> <tg-spoiler>rahasia</tg-spoiler>'
            "<blockquote>kutipan</blockquote><code>LPR-1</code>",
            parse_mode="HTML",
        )
        await tab.sees("<img src=x onerror=alert(1)>")

        shown = await tab.evaluate(
            "['b', 'a', '.spoiler', 'blockquote', 'code']"
            ".map(tag => document.querySelector(`.text ${tag}`).innerText)"
        )

        assert shown == ["tebal 😀", "luar", "rahasia", "kutipan", "LPR-1"]
        assert await tab.evaluate("document.querySelectorAll('.text img').length") == 0
        link = await tab.evaluate("(a => [a.href, a.rel])(document.querySelector('.text a'))")
        assert link == ["https://example.org/a", "noopener noreferrer"]


async def test_photos_sent_from_the_page_reach_the_bot_and_can_be_seen(
    devtools: str, sandbox: Sandbox, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks("[aria-label='Lampirkan']")
        await tab.clicks("[role=menuitem]", "Foto")
        await tab.until("document.querySelectorAll('.tile').length === 3")
        for number in (1, 2):
            await tab.evaluate(f"document.querySelectorAll('.tile')[{number}].click()")
        await tab.clicks("dialog .primary", "Kirim 2 foto")
        await tab.until("document.querySelectorAll('.album img').length === 2")

        await tab.until(
            "[...document.querySelectorAll('.album img')].every(i => i.naturalWidth === 960)"
        )
        photos = [m.media for m in siti.messages if m.media is not None]
        assert [photo.file.data[:3] for photo in photos] == [b"\xff\xd8\xff"] * 2
        assert len({m.album for m in siti.messages if m.media}) == 1


@pytest.mark.parametrize("theme", ["light", "dark"])
async def test_nothing_sticks_out_on_a_telephone_or_on_a_desk(
    devtools: str,
    sandbox: Sandbox,
    bot: Bot,
    siti: Person,
    budi: Person,
    office: Group,
    theme: Theme,
) -> None:
    long_word = "Pertanggungjawabankan" * 12
    keys = [[InlineKeyboardButton(long_word[:40], callback_data=str(n)) for n in range(2)]]
    for chat in (siti, office):
        await bot.send_message(chat.id, long_word, reply_markup=InlineKeyboardMarkup(keys))
    await siti.sends_photo()
    await siti.sends_pin(-6.48, 106.85)

    async with looked_at(devtools, sandbox, siti, office, budi) as tab:
        wide = {}
        for width, columns in ((1400, 3), (360, 1)):
            await tab.looks(width=width, height=740, theme=theme)
            await tab.until(f"document.querySelectorAll('.column').length === {columns}")
            await tab.until("document.querySelectorAll('.place').length === 1")
            wide[width] = await tab.evaluate(
                "[document.documentElement, ...document.querySelectorAll('.log')]"
                ".filter(e => e.scrollWidth > e.clientWidth).length"
            )

        assert wide == {1400: 0, 360: 0}
        ground = await tab.evaluate("getComputedStyle(document.body).backgroundColor")
        assert ground == ("rgb(11, 17, 22)" if theme == "dark" else "rgb(230, 235, 239)")


async def test_a_chat_out_of_sight_is_marked_and_reached_by_the_arrow_keys(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person, budi: Person
) -> None:
    async with looked_at(devtools, sandbox, siti, budi, width=360) as tab:
        await bot.send_message(budi.id, "Ada laporan baru")
        await tab.until("document.querySelector('.tab .count')?.innerText === '1'")

        await tab.evaluate("document.querySelector('.tab[aria-selected=true]').focus()")
        await tab.presses("ArrowRight")
        await tab.sees("Ada laporan baru", column(budi))

        assert await tab.evaluate("document.querySelectorAll('.tab .count').length") == 0
        assert await tab.evaluate("document.activeElement.innerText.includes('Budi')")


async def test_a_place_is_shared_when_the_bot_asks_for_one(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    ask = KeyboardButton("Kirim lokasi", request_location=True)

    async with looked_at(devtools, sandbox, siti) as tab:
        await bot.send_message(siti.id, "Di mana?", reply_markup=ReplyKeyboardMarkup([[ask]]))
        await tab.clicks(".reply .key", "Kirim lokasi")
        await tab.clicks(".placerow", "Losari")
        await tab.clicks("dialog .primary", "Kirim")
        await tab.sees("5,1440° LS", column(siti))

        pin = next(m.location for m in siti.messages if m.location is not None)
        assert (pin.latitude, pin.longitude) == (-5.144, 119.4077)


async def test_a_link_to_the_bot_is_opened_as_the_person_who_is_chosen(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person, budi: Person
) -> None:
    async with looked_at(devtools, sandbox, siti, budi) as tab:
        await bot.send_message(siti.id, f"https://t.me/{sandbox.world.bot.username}?start=undangan")
        await tab.clicks(".text a")
        await tab.until("document.querySelector('dialog select')?.value")
        chosen = await tab.evaluate("document.querySelector('dialog select').value")
        await tab.evaluate(f"document.querySelector('dialog select').value = '{budi.id}'")
        await tab.clicks("dialog .primary", "Buka")
        await tab.sees("/start", column(budi))

        assert chosen == str(siti.id)
        assert budi.messages[-1].text == "/start undangan"


async def test_a_button_that_leads_to_the_bot_is_followed_as_its_own_person(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    link = f"https://t.me/{sandbox.world.bot.username}?start=buka"
    button = InlineKeyboardMarkup([[InlineKeyboardButton("Buka", url=link)]])

    async with looked_at(devtools, sandbox, siti) as tab:
        await bot.send_message(siti.id, "Laporan rahasia", reply_markup=button)
        await tab.clicks(".key", "Buka")
        await tab.sees("/start", column(siti))

        assert siti.messages[-1].text == "/start buka"


async def test_in_a_group_the_chosen_member_speaks_and_presses(
    devtools: str, sandbox: Sandbox, bot: Bot, budi: Person, office: Group
) -> None:
    wati = sandbox.person("Wati")
    await office.adds(wati, by=budi)

    async with looked_at(devtools, sandbox, office) as tab:
        await bot.send_message(office.id, "Kartu", reply_markup=counter())
        await tab.evaluate(
            "(s => { s.value = [...s.options].find(o => o.text === 'Wati').value;"
            " s.dispatchEvent(new Event('change')) })(document.querySelector('.speaker select'))"
        )
        await tab.clicks(".key", "Hitung")
        await tab.until("document.querySelector('.key[aria-busy=true]')")
        await tab.clicks("textarea")
        await tab.types("Saya ambil")
        await tab.presses("Enter")
        await tab.sees("Saya ambil", column(office))

        assert [press.user.id for press in sandbox.world.presses.values()] == [wati.id]
        assert office.messages[-1].sender.id == wati.id


async def test_the_question_of_the_bot_is_replied_to_and_words_can_be_mended(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await bot.send_message(siti.id, "Apa sebabnya?", reply_markup=ForceReply())
        await tab.sees("Membalas LAPOR!", ".context")
        await tab.clicks("textarea")
        await tab.types("Hujn")
        await tab.presses("Enter")
        await tab.sees("Hujn", ".messages")
        await tab.presses("ArrowUp")
        await tab.presses("Enter")
        await tab.clicks("[role=menuitem]", "Ubah")
        await tab.evaluate("document.querySelector('textarea').select()")
        await tab.types("Hujan")
        await tab.presses("Enter")
        await tab.sees("Hujan", ".messages")

        mended = siti.messages[-1]
        assert mended.text == "Hujan"
        assert mended.reply_to == siti.messages[-2].id


async def test_a_command_that_was_sent_before_its_list_came_is_not_offered_again(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await bot.set_my_commands([("batal", "Buang draf")])
        await bot.send_message(siti.id, "Halo")
        await tab.sees("Halo")

        await tab.evaluate(
            "(t => { t.value = '/batal'; t.dispatchEvent(new Event('input'));"
            " t.form.requestSubmit() })(document.querySelector('textarea'))"
        )
        await tab.sees("/batal", ".messages")
        await tab.until(
            "performance.getEntriesByType('resource')"
            ".some(one => one.name.endsWith('/do/commands') && one.responseEnd)"
        )
        await tab.evaluate("new Promise(done => setTimeout(() => requestAnimationFrame(done)))")

        offered = await tab.evaluate("document.querySelectorAll('.suggest li').length")
        assert offered == 0


async def test_what_is_deleted_goes_and_what_is_pinned_stands_above(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        card = await bot.send_message(siti.id, "Kartu laporan")
        note = await bot.send_message(siti.id, "Sebentar lagi hilang")
        await bot.pin_chat_message(siti.id, card.message_id)
        await tab.sees("Sebentar lagi hilang")
        await tab.sees("Kartu laporan", ".pinbar")
        await bot.delete_message(siti.id, note.message_id)

        await tab.until("!document.body.innerText.includes('Sebentar lagi hilang')")


async def test_topics_sort_what_a_group_says(
    devtools: str, sandbox: Sandbox, bot: Bot, budi: Person, forum: Group
) -> None:
    await forum.promotes_bot(budi)
    topic = await bot.create_forum_topic(forum.id, "LPR-1")
    await bot.send_message(forum.id, "Di topik", message_thread_id=topic.message_thread_id)
    await bot.send_message(forum.id, "Di umum")

    async with looked_at(devtools, sandbox, forum) as tab:
        await tab.clicks(".chip", "LPR-1")
        await tab.until("!document.querySelector('.messages').innerText.includes('Di umum')")
        await tab.sees("Di topik")
        await tab.clicks("textarea")
        await tab.types("Jawaban")
        await tab.presses("Enter")
        await tab.sees("Jawaban", ".messages")

        assert forum.messages[-1].thread == topic.message_thread_id


async def test_the_command_menu_says_what_the_bot_can_do_here(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    await bot.set_my_commands([("bantuan", "Cara memakai"), ("batal", "Buang draf")])

    async with looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks("textarea")
        await tab.types("/bat")
        await tab.sees("Buang draf", ".suggest")
        await tab.presses("Enter")
        await tab.sees("/batal", ".messages")

        assert siti.messages[-1].text == "/batal"


async def test_a_person_blocks_the_bot_and_lets_it_in_again(
    devtools: str, sandbox: Sandbox, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks(".head [aria-haspopup=menu]")
        await tab.clicks("[role=menuitem]", "Blokir bot")
        await tab.sees("Bot diblokir", column(siti))
        blocked = siti.chat.blocked
        await tab.clicks(".notice button", "Buka blokir")
        await tab.until("!document.body.innerText.includes('Bot diblokir')")

        assert (blocked, siti.chat.blocked) == (True, False)


async def test_somebody_new_joins_on_the_page_and_begins(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with echoing(bot), looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks(".bar .addbutton")
        await tab.clicks("[role=menuitem]", "Orang baru")
        await tab.types("Tono")
        await tab.presses("Enter")
        await tab.clicks(".empty .primary", "Mulai")

        await tab.sees("Anda: /start", ".board")
        assert [u.name for u in sandbox.world.users.values()][-1] == "Tono"


async def test_a_voice_note_of_the_page_can_be_played(
    devtools: str, sandbox: Sandbox, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti) as tab:
        await tab.clicks("[aria-label='Lampirkan']")
        await tab.clicks("[role=menuitem]", "Pesan suara")

        length = await tab.until("document.querySelector('audio').duration")
        assert length == pytest.approx(4, abs=0.1)


async def test_time_is_turned_forward_on_the_page(
    devtools: str, sandbox: Sandbox, clock: TurnedClock, siti: Person
) -> None:
    async with looked_at(devtools, sandbox, siti, language="en-GB") as tab:
        before = clock.now()
        await tab.clicks(".bar [title='Demonstration clock']")
        await tab.clicks("[role=menuitem]", "Forward 1 day")
        await tab.sees("Wed", ".bar")

        assert (clock.now() - before).total_seconds() == 86_400


async def test_the_page_finds_back_after_a_restart(
    devtools: str, sandbox: Sandbox, bot: Bot, siti: Person
) -> None:
    async with opened(devtools) as tab:
        async with ChatPage(sandbox, title="Peragaan") as page:
            url, port = page.url, int(page.url.rsplit(":", 1)[1].strip("/"))
            await tab.looks(width=800, height=700)
            await tab.goes_to(url)
            await tab.sees("Halo")
        await tab.sees("Sambungan terputus", ".lost")
        await bot.send_message(siti.id, "Selamat datang kembali")
        async with ChatPage(sandbox, title="Peragaan", port=port):
            await tab.sees("Selamat datang kembali")

            assert await tab.evaluate("document.querySelector('.lost').hidden")
