"""A group where every report has a topic of its own."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from bot.domain.people import InvitationKind
from tests.support.stage import STREET_LIGHTS

if TYPE_CHECKING:
    from tests.scenes.golden import Play

Scene = Callable[["Play"], Awaitable[None]]


async def a_topic_per_report(play: "Play") -> None:
    """Wati switches it on; the answer is written in the topic, which closes with the report."""
    wati = await play.person("Wati")
    await wati.opens(await play.stage.app.invite(InvitationKind.AGENCY_ADMIN, STREET_LIGHTS))
    await play.stage.settled()
    play.begins(wati)
    group = await play.stage.group("Dishub Kab. Bogor", [wati], forum=True)
    await group.promotes_bot(wati)
    play.chats.append(group)
    play.begins(group)
    await play.says(wati, "/aturan")
    none = play.label("topics-none")
    await play.presses(wati, "", label=play.label("button-topics", state=none))
    sari = await play.person("Sari")
    await play.files(sari)
    (topic,) = group.topics
    await wati.says("Lampu sudah diganti.", chat=group, thread=topic)
    await play.stage.settled()
    await play.presses(wati, "button-send-reporter", chat=group)
    await play.presses(sari, "button-view")
    await play.presses(sari, "button-solved")


SCENES: tuple[Scene, ...] = (a_topic_per_report,)
