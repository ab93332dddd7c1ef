"""What the product learns while it runs, from the acts of officers and admins."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.domain.agency import AgencyCode
from bot.domain.learned import VersionKind
from bot.domain.people import Person
from bot.domain.report import Report
from bot.domain.sector import Sector
from bot.routing.router import Router
from bot.services.learning import Learning
from bot.services.lessons import Lessons, NoSuchVersion
from tests.support.bureau import LAMP, SCHOOLS, STREET_LIGHTS, Bureau, bureau

VAGUE = "Tolong dibantu soal plang warna hijau di Cibinong, Kabupaten Bogor"


@pytest.fixture(scope="module")
def router() -> Router:
    return Router.load()


@pytest.fixture
async def office(tmp_path: Path, router: Router) -> AsyncIterator[Bureau]:
    async with bureau(tmp_path, router) as opened:
        yield opened


async def sent(office: Bureau, admin: Person, report: Report, agency: AgencyCode) -> None:
    """An admin gives it to the agency, or takes it up there when it went straight."""
    async with office.work() as work:
        actor = await work.actor(admin.id)
        if report.agency == agency:
            await work.casework.take(actor, report.id)
        else:
            await work.desk.route(actor, report.id, agency)


async def sent_in_vain(office: Bureau, admin: Person, report: Report) -> None:
    """The unit fails after the admin has sent it on."""
    async with office.work() as work:
        await work.desk.route(await work.actor(admin.id), report.id, SCHOOLS)
        raise ZeroDivisionError


async def taught(office: Bureau, admin: Person, count: int, words: str = VAGUE) -> None:
    """So many people tell the same, and an admin sends it to the schools."""
    for number in range(count):
        person = await office.person(f"Warga {number}")
        await sent(office, admin, await office.filed(person, words), SCHOOLS)


def state(learning: Learning) -> bytes:
    assert learning.router.topics.learner is not None
    return learning.router.topics.learner.state()


async def test_an_admins_decision_is_learned_at_once(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    before = office.house.router.route("", VAGUE).suggestions

    await taught(office, admin, 8)
    after = office.house.router.route("", VAGUE).suggestions

    assert Sector.EDUCATION not in {each.sector for each in before[:1]}
    assert after[0].sector is Sector.EDUCATION


async def test_what_was_learned_holds_no_words(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)

    await taught(office, admin, 4)

    async with office.storage.reading() as unit:
        kept, _ = await unit.examples.after(0, 10)
        assert await unit.examples.shared() == []
    assert len(kept) == 4
    assert all(len(mark) == 8 for each in kept for mark in each.lesson.words)


async def test_a_word_is_kept_in_clear_when_five_reporters_have_used_it(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    sari = await office.person("Sari")
    for _ in range(5):
        await sent(office, admin, await office.filed(sari, "Plang jingga di Cibinong"), SCHOOLS)

    await taught(office, admin, 5)

    async with office.storage.reading() as unit:
        shared = await unit.examples.shared()
    assert "hijau" in shared
    assert "jingga" not in shared


async def test_an_agency_that_takes_a_report_up_confirms_it_once(office: Bureau) -> None:
    budi = await office.person("Budi", STREET_LIGHTS)
    report = await office.filed(await office.person("Sari"))

    async with office.work() as work:
        actor = await work.actor(budi.id)
        await work.casework.take(actor, report.id)
        await work.casework.answer(actor, report.id, "Besok diganti.")

    async with office.storage.reading() as unit:
        assert await unit.examples.label_of(report.id) is Sector.TRANSPORT
        assert await unit.examples.last() == 1


async def test_a_hand_back_teaches_when_the_right_agency_is_known(office: Bureau) -> None:
    admin, budi = (
        await office.person("Ratna", admin=True),
        await office.person("Budi", STREET_LIGHTS),
    )
    report = await office.filed(await office.person("Sari"))
    async with office.work() as work:
        await work.casework.hand_back(await work.actor(budi.id), report.id, "o", SCHOOLS)
    async with office.storage.reading() as unit:
        before = await unit.examples.label_of(report.id)

    await sent(office, admin, report, SCHOOLS)

    async with office.storage.reading() as unit:
        assert before is None
        assert await unit.examples.label_of(report.id) is Sector.EDUCATION


async def test_a_report_that_accuses_teaches_nothing(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    words = "Petugas dukcapil Kabupaten Bogor minta uang 200 ribu untuk KTP"
    report = await office.filed(await office.person("Sari"), words)

    await sent(office, admin, report, AgencyCode("32.01/inspektorat"))

    assert office.house.learning.learned == 0


async def test_an_undone_unit_teaches_nothing(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    report = await office.filed(await office.person("Sari"), VAGUE)

    with pytest.raises(ZeroDivisionError):
        await sent_in_vain(office, admin, report)

    assert office.house.learning.learned == 0


async def test_a_restart_learns_the_same_to_the_last_bit(office: Bureau, router: Router) -> None:
    admin = await office.person("Ratna", admin=True)
    await taught(office, admin, 6)

    again = Learning(router, office.house.seal)
    await again.restore(office.storage)

    assert state(again) == state(office.house.learning)
    assert again.router.version == office.house.router.version


async def test_held_learning_collects_and_changes_no_suggestion(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    lessons = Lessons(office.house, office.storage, office.clock)
    await lessons.hold()
    before = office.house.router.route("", VAGUE).suggestions

    await taught(office, admin, 8)
    held = await lessons.show()
    during = office.house.router.route("", VAGUE).suggestions
    applied = await lessons.apply()

    assert during == before
    assert (held.held, held.learned, held.waiting) == (True, 0, 8)
    assert applied == 8
    assert office.house.router.route("", VAGUE).suggestions[0].sector is Sector.EDUCATION


async def test_learning_stays_held_over_a_restart(office: Bureau, router: Router) -> None:
    admin = await office.person("Ratna", admin=True)
    await taught(office, admin, 2)
    await Lessons(office.house, office.storage, office.clock).hold()
    await taught(office, admin, 3)

    again = Learning(router, office.house.seal)
    await again.restore(office.storage)

    assert again.held
    assert state(again) == state(office.house.learning)


async def test_going_back_forgets_what_came_after_and_learns_on(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    lessons = Lessons(office.house, office.storage, office.clock)
    await taught(office, admin, 3)
    await lessons.hold()
    await lessons.apply()
    then = state(office.house.learning)
    version = (await lessons.show()).versions[0].id
    await taught(office, admin, 4)

    left_out = await lessons.back(version)
    back = state(office.house.learning)
    await taught(office, admin, 1)

    assert left_out == 4
    assert back == then
    assert office.house.learning.learned == 4


async def test_there_is_no_way_back_to_a_version_that_never_was(office: Bureau) -> None:
    lessons = Lessons(office.house, office.storage, office.clock)

    with pytest.raises(NoSuchVersion):
        await lessons.back(7)


async def test_show_names_the_shared_words_that_changed(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    lessons = Lessons(office.house, office.storage, office.clock)

    await taught(office, admin, 9)
    shown = await lessons.show()

    grown = {(each.word, each.sector) for each in shown.changes if each.after > each.before}
    assert ("hijau", Sector.EDUCATION) in grown
    assert shown.since is None
    assert shown.whole.examples == 9
    assert shown.whole.by_learning > shown.whole.by_catalogue


async def test_the_version_is_kept_with_the_suggestion(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    await taught(office, admin, 1)

    report = await office.filed(await office.person("Sari"))

    assert {each.version for each in report.suggested} == {f"{office.house.router.version}+1"}


async def test_a_report_has_its_national_category_from_the_start(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    report = await office.filed(await office.person("Sari"), LAMP)

    await sent(office, admin, report, SCHOOLS)

    async with office.storage.reading() as unit:
        moved = await unit.reports.get(report.id)
    assert report.category == "PERHUBUNGAN › LAMPU PENERANGAN JALAN UMUM"
    assert moved.category.startswith("PENDIDIKAN DAN KEBUDAYAAN › ")


@pytest.mark.parametrize("watches", ["polri/32.71", "32", "kpk"])
async def test_a_report_that_accuses_keeps_its_category_whoever_looks_into_it(
    office: Bureau, watches: str
) -> None:
    admin = await office.person("Ratna", admin=True)
    words = "Kepala desa di Cibinong korupsi dana bantuan warga"
    report = await office.filed(await office.person("Sari"), words)

    await sent(office, admin, report, AgencyCode(watches))

    async with office.storage.reading() as unit:
        moved = await unit.reports.get(report.id)
    assert report.category.endswith("› KORUPSI, KOLUSI, DAN NEPOTISME")
    assert moved.category == report.category


async def test_an_erased_report_leaves_nothing_that_leads_back_to_it(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    report = await office.filed(await office.person("Sari"), VAGUE)
    await sent(office, admin, report, SCHOOLS)
    before = state(office.house.learning)

    async with office.storage.unit() as unit:
        await unit.examples.unlink([report.id])

    again = Learning(office.house.router, office.house.seal)
    await again.restore(office.storage)
    async with office.storage.reading() as unit:
        kept, _ = await unit.examples.after(0, 10)
        assert await unit.examples.label_of(report.id) is None
    assert [(each.lesson.words, each.lesson.reporter) for each in kept] == [(frozenset(), bytes(8))]
    assert state(again) == before


async def test_who_goes_on_and_who_begins_from_written_weights_agree(
    office: Bureau, router: Router
) -> None:
    admin = await office.person("Ratna", admin=True)
    await taught(office, admin, 3)
    learning = office.house.learning
    async with office.work() as work:
        written = state(learning)
        await work.unit.versions.add(VersionKind.STEP, learning.upto, 3, work.now, written)
    await taught(office, admin, 3)

    again = Learning(router, office.house.seal)
    await again.restore(office.storage)

    assert state(again) == state(learning)


async def test_another_process_learns_what_is_stored_in_its_order(
    office: Bureau, router: Router
) -> None:
    admin = await office.person("Ratna", admin=True)
    elsewhere = Learning(router, office.house.seal)
    await elsewhere.restore(office.storage)
    async with following(office, elsewhere):
        await taught(office, admin, 5)

        await looked(elsewhere)

        assert elsewhere.learned == office.house.learning.learned == 5
        assert state(elsewhere) == state(office.house.learning)


async def test_what_an_operator_orders_of_one_process_is_followed_by_the_others(
    office: Bureau, router: Router
) -> None:
    admin = await office.person("Ratna", admin=True)
    lessons = Lessons(office.house, office.storage, office.clock)
    elsewhere = Learning(router, office.house.seal)
    await elsewhere.restore(office.storage)
    async with following(office, elsewhere):
        await taught(office, admin, 3)
        await looked(elsewhere)
        await lessons.hold()
        await taught(office, admin, 2)
        await looked(elsewhere)
        held = (elsewhere.held, elsewhere.learned)
        await lessons.apply()

        await looked(elsewhere)

    assert held == (True, 3)
    assert (elsewhere.held, elsewhere.learned) == (False, 5)
    assert state(elsewhere) == state(office.house.learning)


async def test_who_shares_a_database_learns_its_own_once(office: Bureau) -> None:
    admin = await office.person("Ratna", admin=True)
    learning = office.house.learning
    async with following(office, learning):
        await looked(learning)
        await taught(office, admin, 4)

        await looked(learning)
        await looked(learning)

    assert learning.learned == 4


@asynccontextmanager
async def following(office: Bureau, learning: Learning) -> AsyncIterator[None]:
    """A process whose learning goes on by itself."""
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(learning.run(office.storage, office.clock))
        yield
        running.cancel()


async def looked(learning: Learning) -> None:
    learning.look(leads=False)
    await learning.settled()
