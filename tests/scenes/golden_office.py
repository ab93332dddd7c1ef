"""Scenes of an office at work: shared reports, notes, ready-made answers, closings by two."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.domain.agency import AgencyCode
from bot.domain.people import InvitationKind

if TYPE_CHECKING:
    from bot.sandbox.people.person import Person
    from tests.scenes.golden import Play

STREET_LIGHTS = AgencyCode("32.01/perhubungan")
ROADS = AgencyCode("32.01/pekerjaan-umum")


async def keeper(play: Play, name: str = "Wati") -> Person:
    """An agency's admin."""
    return await let_in(play, name, InvitationKind.AGENCY_ADMIN, STREET_LIGHTS)


async def let_in(play: Play, name: str, kind: InvitationKind, agency: AgencyCode) -> Person:
    person = await play.person(name)
    await person.opens(await play.stage.app.invite(kind, agency))
    await play.stage.settled()
    play.begins(person)
    return person


async def given_to_a_colleague(play: Play) -> None:
    budi = await let_in(play, "Budi", InvitationKind.OFFICER, STREET_LIGHTS)
    tono = await let_in(play, "Tono", InvitationKind.OFFICER, STREET_LIGHTS)
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-take")
    await play.presses(budi, "button-more")
    await play.presses(budi, "button-share")
    await play.presses(budi, "button-hand-over")
    await play.presses(budi, "", label="Tono")
    await play.says(tono, "Petugas mengganti lampu besok pagi.", to=tono.latest)
    await play.presses(tono, "button-send-reporter")


async def a_note_among_colleagues(play: Play) -> None:
    group, (budi, _) = await play.office("Budi", "Tono")
    sari = await play.person("Sari")
    await play.files(sari)
    await play.presses(budi, "button-more", chat=group)
    await play.presses(budi, "button-note", chat=group)
    await play.says(budi, "Kunci gardu ada di Pak Asep.", to=group.latest, chat=group)
    await play.says(sari, "/laporanku")


async def a_ready_made_answer(play: Play) -> None:
    wati = await keeper(play)
    sari = await play.person("Sari")
    await play.files(sari)
    await play.says(wati, "/template")
    await play.presses(wati, "button-template-new")
    await play.says(
        wati, "Dijadwalkan\n{instansi} menangani laporan {nomor} paling lambat {batas}."
    )
    await play.says(wati, "/antrian")
    await play.presses(wati, "", label="Lampu jalan mati")
    await play.presses(wati, "button-answer")
    await play.presses(wati, "", label="Dijadwalkan")
    await play.presses(wati, "button-send-reporter")


async def four_eyes(play: Play) -> None:
    wati = await keeper(play)
    budi = await let_in(play, "Budi", InvitationKind.OFFICER, STREET_LIGHTS)
    sari = await play.person("Sari")
    for rule in ("evidence", "four_eyes"):
        await play.says(wati, "/aturan")
        off = play.label(f"button-rule-{rule}", state=play.label("word-no"))
        await play.presses(wati, "", label=off)
    await play.files(sari)
    await play.presses(budi, "button-settle")
    await play.says(budi, "Lampu sudah diganti.")
    await play.presses(budi, "button-send-reporter")
    await play.shows(budi)
    await play.presses(budi, "button-send-reporter")
    await play.presses(wati, "button-return")
    await play.says(wati, "Sebut juga nomor tiangnya.")
    await play.presses(budi, "button-settle")
    await play.says(budi, "Lampu di tiang 12 sudah diganti.")
    await play.shows(budi)
    await play.presses(budi, "button-send-reporter")
    await play.presses(wati, "button-endorse")
    await play.presses(sari, "button-solved")


async def three_hops(play: Play) -> None:
    """Handed back twice, then moved by an admin alone; the promised day stays."""
    ratna = await play.admin()
    budi = await let_in(play, "Budi", InvitationKind.OFFICER, STREET_LIGHTS)
    tono = await let_in(play, "Tono", InvitationKind.OFFICER, ROADS)
    sari = await play.person("Sari")
    await play.files(sari)
    for officer in (budi, tono):
        await play.presses(officer, "button-hand-back")
        await play.presses(officer, "button-back-o")
        await play.presses(officer, "button-unknown")
        await play.presses(ratna, "button-desk-search")
        await play.says(ratna, "dinas pu bogor" if officer is budi else "perumahan bogor")
        found = ratna.latest
        assert found is not None
        wanted = "PUPR Kab" if officer is budi else "Disperkim Kab"
        await play.presses(ratna, "", label=next(b for b in found.buttons if wanted in b))


async def a_digest(play: Play) -> None:
    """One report is new, one waits for its reporter."""
    budi = await let_in(play, "Budi", InvitationKind.OFFICER, STREET_LIGHTS)
    sari, joni = await play.person("Sari"), await play.person("Joni")
    await play.files(sari)
    await play.files(joni, "Lampu jalan mati di Kecamatan Jonggol, Bogor, sejak kemarin")
    await play.presses(budi, "button-ask")
    await play.says(budi, "Nomor tiangnya berapa?")
    await play.presses(budi, "button-send-reporter")
    play.begins(budi)
    play.begins(sari)
    play.begins(joni)
    await play.stage.app.clock.turn(23 * 3600)  # type: ignore[attr-defined]
    await budi.hears("Dinas Perhubungan")
    await play.stage.settled()
    await play.presses(budi, "button-digest-open")


SCENES = (
    given_to_a_colleague,
    a_note_among_colleagues,
    a_ready_made_answer,
    four_eyes,
    three_hops,
    a_digest,
)
