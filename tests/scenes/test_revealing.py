"""A reveal: what Anonim hides, for an agency's admin and for admins, and a line in the history."""

from bot.ui.buttons.office import CaseAct, CaseDoes
from tests.support.office import card_in, files, said_in, told
from tests.support.stage import Stage

WORDS = "Lampu jalan mati di Cibinong sejak Senin, hubungi 0812-3456-7890 <bu Rini>"
PHONE = "0812-3456-7890"


async def test_an_agencys_admin_opens_the_numbers_and_leaves_a_line(scene: Stage) -> None:
    wati, ratna = await scene.agency_admin(), await scene.admin()
    number = await files(await scene.citizen(), WORDS, "Anonim")
    card = await wati.hears("Lampu jalan mati")
    await scene.settled()

    await wati.presses("Lainnya")
    await wati.presses("Buka nomor")
    shown = await wati.hears("tercatat di riwayat")
    await ratna.says(f"/riwayat {number}")
    history = await ratna.hears("Riwayat")

    assert PHONE not in card.text
    assert PHONE in shown.text
    assert "<bu Rini>" in shown.text
    assert "Sari" not in shown.text
    assert "nomor pribadi dibuka, Wati" in history.text
    assert PHONE not in told(ratna)


async def test_an_officer_and_a_group_are_not_shown_them(scene: Stage) -> None:
    wati, budi = await scene.agency_admin(), await scene.officer()
    group = await scene.group("Dishub", [budi, wati])
    number = await files(await scene.citizen(), WORDS, "Anonim")
    card = await card_in(scene, group, number)

    await wati.presses("Lainnya", chat=group)
    await scene.settled()
    in_group = (await card_in(scene, group, number)).buttons
    await budi.presses("Buka di chat pribadi", chat=group)
    alone = await budi.hears("Lampu jalan mati")
    report = int(next(b for b in alone.keyboard.buttons).value.split(":")[1])  # type: ignore[union-attr]
    await budi.presses("Lainnya")
    await scene.settled()
    in_private = budi.messages[-1].buttons
    await budi.presses_data(alone, CaseDoes(report, CaseAct.REVEAL).pack())
    await wati.presses_data(card, CaseDoes(report, CaseAct.REVEAL).pack())
    await scene.settled()

    assert "Buka nomor" not in in_group
    assert "Buka nomor" not in in_private
    assert PHONE not in said_in(group)
    assert PHONE not in told(budi)


async def test_where_nothing_is_hidden_nothing_is_offered(scene: Stage) -> None:
    wati = await scene.agency_admin()
    await files(await scene.citizen(), WORDS)
    shown = await wati.hears("Lampu jalan mati")
    await scene.settled()

    await wati.presses("Lainnya")
    await scene.settled()

    assert PHONE in shown.text
    assert "Buka nomor" not in wati.messages[-1].buttons
