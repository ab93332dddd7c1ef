"""Taking out the official sheet: what it would hold, how far it has come, and the file."""

from bot.domain.export import MOST_ROWS, Form, SheetFile
from bot.domain.made import Made
from bot.domain.report import FileKind
from bot.services.exporting import Offer
from bot.ui.buttons.desk import Exports
from bot.ui.figures import NO_AGENCY, period
from bot.ui.screen import Choice, Screen, Slot
from bot.ui.texts import Speech


def offer(say: Speech, found: Offer) -> Screen:
    """How many reports, and in which form."""
    words = {
        "period": period(say, found.period),
        "scope": found.agency.short if found.agency else say("figures-everybody"),
    }
    if not found.count:
        return Screen(say("export-none", **words))
    if found.too_many:
        return Screen(say("export-too-many", **words, most=say.number(MOST_ROWS)))
    code = found.agency.code if found.agency else NO_AGENCY
    row = tuple(
        Choice(say(f"button-export-{form}"), Exports(form, found.period.code, code).pack())
        for form in Form
    )
    return Screen(say("export-offer", **words, reports=say.number(found.count)), (row,))


def begun(say: Speech) -> Screen:
    """The message in which the progress is told."""
    return Screen(say("export-begun"), slot=Slot.EXPORT, in_place=True)


def progress(say: Speech, done: int, total: int) -> Screen:
    if not total:
        return Screen(say("export-done", reports=say.number(done)), slot=Slot.EXPORT)
    text = say("export-progress", done=say.number(done), total=say.number(total))
    return Screen(text, slot=Slot.EXPORT)


def ready(say: Speech, file: SheetFile) -> Screen:
    """The file itself."""

    def data() -> bytes:
        return file.data

    made = Made(FileKind.DOCUMENT, "", file.name, file.name, len(file.data), data)
    return Screen(say("export-ready"), files=(made,))
