"""A chat can be read as dialogue."""

from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox import Group, Person

KEYBOARD = InlineKeyboardMarkup(
    [
        [InlineKeyboardButton("Kirim", callback_data="k")],
        [
            InlineKeyboardButton("Ubah", callback_data="u"),
            InlineKeyboardButton("Batal", callback_data="b"),
        ],
    ]
)

TOLD = """\
Siti Rahma: Halo
Siti Rahma: (foto) Lampu mati
Bot: (membalas: Lampu mati) *Laporan Anda* · _Pengaduan_
    > Lampu mati
    Nomor: `LPR-7`, [peta](https://example.org/)
    [Kirim]
    [Ubah] [Batal]
Siti Rahma › [Kirim]
Bot › Siti Rahma: (Sebentar)
Bot (diubah): Laporan diterima.
    [Kirim]
    [Ubah] [Batal]
Bot (tanpa tombol): Laporan diterima.
Siti Rahma: (lokasi -6.48, 106.85)
Bot: Sampai jumpa
Bot (dihapus): Sampai jumpa
"""

FINAL = """\
Siti Rahma: Halo
Siti Rahma: (foto) Lampu mati
Bot: (membalas: Lampu mati) Laporan diterima.
Siti Rahma: (lokasi -6.48, 106.85)
"""


async def test_a_chat_reads_as_it_happened_and_as_it_stands(bot: Bot, siti: Person) -> None:
    photo = await siti.sends_photo(caption="Lampu mati")
    card = await bot.send_message(
        siti.id,
        "<b>Laporan Anda</b> · <i>Pengaduan</i>\n<blockquote>Lampu mati</blockquote>\n"
        'Nomor: <code>LPR-7</code>, <a href="https://example.org/">peta</a>',
        parse_mode="HTML",
        reply_markup=KEYBOARD,
        reply_to_message_id=photo.id,
    )
    press = await siti.presses("Kirim")
    assert press is not None
    await bot.answer_callback_query(press.id, "Sebentar")
    await bot.edit_message_text(
        "Laporan diterima.", siti.id, card.message_id, reply_markup=KEYBOARD
    )
    await bot.edit_message_reply_markup(siti.id, card.message_id)
    await siti.sends_pin(-6.48, 106.85)
    last = await bot.send_message(siti.id, "Sampai jumpa")
    await bot.delete_message(siti.id, last.message_id)

    assert siti.transcript() == TOLD
    assert siti.transcript(final=True) == FINAL


async def test_a_group_reads_with_its_comings_and_goings(office: Group, budi: Person) -> None:
    await budi.says("/status", chat=office)
    await budi.says("diam", chat=office, anonymous=True)

    assert office.transcript() == (
        "(anggota baru: LAPOR!)\nBudi: /status\nDishub Kab. Bogor: diam\n"
    )


async def test_everything_sent_has_a_word_in_the_transcript(siti: Person) -> None:
    await siti.sends_document(name="bukti.pdf")
    await siti.sends_video_note()
    await siti.sends_sticker()
    await siti.sends_pin(-6.4, 106.8, live=True)
    await siti.sends_contact()
    await siti.sends_poll()
    await siti.forwards("Jalan rusak", "Pak RT")

    assert siti.transcript().splitlines()[1:] == [
        "Siti Rahma: (berkas bukti.pdf)",
        "Siti Rahma: (video bulat)",
        "Siti Rahma: (stiker)",
        "Siti Rahma: (lokasi langsung -6.40, 106.80)",
        "Siti Rahma: (kontak)",
        "Siti Rahma: (jajak pendapat)",
        "Siti Rahma: (diteruskan dari Pak RT) Jalan rusak",
    ]
