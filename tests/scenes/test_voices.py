"""Many voices in the chats: who is marked as reached, and what a stranger can press."""

from bot.ui.buttons.citizen import DraftJoins
from tests.scenes.golden_voices import LAMP, SAME
from tests.support.office import card_in, files, told
from tests.support.stage import Stage


async def test_a_voice_that_hears_does_not_make_the_first_reporter_reached(scene: Stage) -> None:
    budi, sari, joni = await scene.officer(), await scene.citizen(), await scene.citizen("Joni")
    group = await scene.group("Dishub Kab. Bogor", [budi])
    number = await files(sari, LAMP)
    await joni.says(SAME)
    await joni.presses("Kirim")
    await joni.presses("Ikut laporan ini")
    await joni.hears("kini 2 warga")
    await sari.blocks()

    await budi.says("Besok diganti.", reply_to=await card_in(scene, group, number), chat=group)
    await budi.presses("Kirim ke pelapor", chat=group)
    await joni.hears("Besok diganti.")

    assert "warga memblokir bot" in (await card_in(scene, group, number)).text


async def test_what_was_never_offered_cannot_be_joined_by_a_forged_button(scene: Stage) -> None:
    sari, joni = await scene.citizen(), await scene.citizen("Joni")
    await files(sari, LAMP, "Rahasia")
    await joni.says(SAME)
    card = await joni.hears("Laporan Anda")
    assert card.keyboard
    token = int(card.keyboard.buttons[0].value.split(":")[1])

    await joni.presses_data(card, DraftJoins(token, 1).pack())
    await scene.settled()

    assert "warga" not in told(joni)
    assert "Laporan diterima" not in told(joni)
