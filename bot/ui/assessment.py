"""The self-assessment that every agency owes under the national road map, as a workbook.

A workbook, because everybody who must hand it in has a program that opens, changes and prints one,
on a phone too, and because its plan has places that are filled in by hand.
The six stages of the plan are named from secondary knowledge of PermenPANRB 46/2020, which the
sheet says; the figures are those of /statistik, so that both always agree.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from bot.domain.made import Made
from bot.domain.official import harmless
from bot.domain.report import FileKind
from bot.services.figures import OTHERS, Cell, Overview, Spread
from bot.ui.figures import period, scope
from bot.ui.texts import Html, Speech

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

STAGES = 6
_PLACES = 3
"""Empty lines a stage."""
_CLASSES = {
    "Pengaduan": "figures-class-complaint",
    "Aspirasi": "figures-class-wish",
    "Permintaan Informasi": "figures-class-information",
}
_CLOSED_BY = {
    "Ditutup oleh Pelapor": "figures-closed-reporter",
    "Ditutup oleh Sistem": "figures-closed-system",
    "Ditutup oleh Admin": "figures-closed-admin",
}
_INK, _PALE, _LINE = "FF20252B", "FFE4EEF1", "FFB9C2C9"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the table; one that has no figures is a heading."""

    label: str
    now: str = ""
    before: str = ""

    @property
    def is_heading(self) -> bool:
        return not (self.now or self.before)


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that stands in the workbook, already in words."""

    title: str
    subtitle: str
    columns: tuple[str, str, str]
    lines: tuple[Line, ...]
    notes: tuple[str, ...]
    plan: str
    plan_note: str
    plan_columns: tuple[str, ...]
    stages: tuple[str, ...]
    sheets: tuple[str, str]


def file(say: Speech, now: Overview, before: Overview, made_on: date) -> Made:
    """The document as a file that is written when it is sent."""
    document = document_of(say, now, before, made_on)
    name = f"penilaian-{now.period.code}.xlsx"

    def write() -> bytes:
        return written(document)

    return Made(FileKind.DOCUMENT, "", name, name, make=write)


def document_of(say: Speech, now: Overview, before: Overview, made_on: date) -> Document:
    """Put both periods into words."""
    return Document(
        title=say("assess-title", agency=Html(scope(say, now))),
        subtitle=say("assess-made", period=Html(period(say, now.period)), day=made_on),
        columns=(
            say("assess-column-what"),
            say("assess-column-now"),
            say("assess-column-before"),
        ),
        lines=(
            *_volume(say, now, before),
            *_indicators(say, now, before),
            *_satisfaction(say, now, before),
            *_topics(say, now, before),
        ),
        notes=(
            say("assess-note-time"),
            say("assess-note-satisfaction"),
            say("assess-note-hidden"),
        ),
        plan=say("assess-plan"),
        plan_note=say("assess-plan-note"),
        plan_columns=tuple(
            say(f"assess-plan-{each}")
            for each in ("stage", "goal", "programme", "indicator", "who", "when")
        ),
        stages=tuple(say(f"assess-stage-{n}") for n in range(1, STAGES + 1)),
        sheets=(say("assess-sheet"), say("assess-sheet-plan")),
    )


def _volume(say: Speech, now: Overview, before: Overview) -> list[Line]:
    lines = [
        Line(say("assess-volume")),
        Line(say("assess-total"), _count(say, now.total), _count(say, before.total)),
    ]
    for key, name in _CLASSES.items():
        cells = _cell(say, now.classes, key), _cell(say, before.classes, key)
        lines.append(Line(say(name), *cells))
    for key, name in _CLOSED_BY.items():
        cells = _cell(say, now.closings, key), _cell(say, before.closings, key)
        lines.append(Line(say("assess-closed", who=say(name)), *cells))
    return lines


def _indicators(say: Speech, now: Overview, before: Overview) -> list[Line]:
    def routed(view: Overview, part: str) -> str:
        if view.routed is None:
            return say("assess-too-few")
        share = round(getattr(view.routed, part) * 100)
        return say("assess-share", percent=share, count=view.routed.count)

    lines = [Line(say("assess-accuracy"))]
    lines.extend(
        Line(say(f"assess-{key}"), routed(now, part), routed(before, part))
        for key, part in (
            ("kept", "kept"),
            ("overridden", "overridden"),
            ("handed-back", "handed_back"),
        )
    )
    lines.append(Line(say("assess-response")))
    first, earlier = now.first_answer, before.first_answer
    lines.append(Line(say("assess-median"), _median(say, first), _median(say, earlier)))
    lines.append(Line(say("assess-within"), _within(say, first), _within(say, earlier)))
    lines.append(Line(say("assess-solution")))
    whole, once = now.solved_all, before.solved_all
    lines.append(Line(say("assess-median"), _median(say, whole), _median(say, once)))
    former = dict(before.solved)
    for kind, spread in now.solved:
        label = say("assess-within-kind", kind=say(_CLASSES[kind.value]))
        lines.append(Line(label, _within(say, spread), _within(say, former.get(kind))))
    return lines


def _satisfaction(say: Speech, now: Overview, before: Overview) -> list[Line]:
    def points(view: Overview) -> str:
        if view.satisfaction is None:
            return say("assess-too-few")
        return say("assess-points", points=say.decimal(view.satisfaction), count=view.rated)

    heading = Line(say("assess-satisfaction"))
    return [heading, Line(say("assess-satisfaction-points"), points(now), points(before))]


def _topics(say: Speech, now: Overview, before: Overview) -> list[Line]:
    """The agency's own duties, then everything else that reached it."""
    duties = {sector.value for sector in now.agency.sectors} if now.agency else set()
    lines: list[Line] = []
    for own, heading in ((True, "assess-own"), (False, "assess-general")):
        cells = [c for c in now.sectors if c.key != OTHERS and (c.key in duties) is own]
        lines.append(Line(say(heading)))
        for cell in cells:
            shown = _count(say, cell.count), _cell(say, before.sectors, cell.key)
            lines.append(Line(say(f"sector-{cell.key}"), *shown))
        if not cells:
            lines.append(Line(say("assess-no-topic"), "–", "–"))
    others = _cell(say, now.sectors, OTHERS), _cell(say, before.sectors, OTHERS)
    lines.append(Line(say("assess-others"), *others))
    return lines


def _count(say: Speech, count: int | None) -> str:
    return say("assess-too-few") if count is None else say.number(count)


def _cell(say: Speech, cells: Sequence[Cell], key: str) -> str:
    """A count; what is not shown by itself is among the others."""
    found = next((cell for cell in cells if cell.key == key), None)
    return _count(say, found.count) if found else "–"


def _median(say: Speech, spread: Spread | None) -> str:
    if spread is None:
        return say("assess-too-few")
    return say("assess-days", days=say.decimal(spread.median), count=spread.count)


def _within(say: Speech, spread: Spread | None) -> str:
    if spread is None:
        return say("assess-too-few")
    share = round(spread.within * 100)
    return say("assess-share-of-clock", percent=share, clock=str(spread.clock), count=spread.count)


def written(document: Document) -> bytes:
    """The workbook; takes a part of a second."""
    from openpyxl import Workbook

    book = Workbook()
    first = book.active
    assert first is not None
    first.title = document.sheets[0]
    _assessment(first, document)
    _plan(book.create_sheet(document.sheets[1]), document)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _assessment(page: "Worksheet", document: Document) -> None:
    _begin(page, document.title, document.subtitle, (52, 30, 30))
    _heads(page, 4, document.columns)
    row = 5
    for line in document.lines:
        for column, text in enumerate((line.label, line.now, line.before), 1):
            _put(page, row, column, text, bold=line.is_heading, filled=line.is_heading)
        row += 1
    for note in document.notes:
        row += 1
        _note(page, row, note, 3)


def _plan(page: "Worksheet", document: Document) -> None:
    _begin(page, document.plan, document.subtitle, (30, 32, 32, 32, 20, 16), wide=True)
    _heads(page, 4, document.plan_columns)
    row = 5
    for stage in document.stages:
        for place in range(_PLACES):
            for column in range(1, len(document.plan_columns) + 1):
                named = column == 1 and not place
                _put(page, row, column, stage if named else "", bold=named)
            page.row_dimensions[row].height = 32
            row += 1
    _note(page, row + 1, document.plan_note, len(document.plan_columns))


def _begin(
    page: "Worksheet",
    title: str,
    subtitle: str,
    widths: Sequence[int],
    *,
    wide: bool = False,
) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    page["A1"], page["A2"] = harmless(title), harmless(subtitle)
    page["A1"].font = Font(size=14, bold=True, color=_INK)
    page["A2"].font = Font(color=_INK)
    for number, width in enumerate(widths, 1):
        page.column_dimensions[get_column_letter(number)].width = width
    setup = page.page_setup
    setup.paperSize, setup.orientation = 9, "landscape" if wide else "portrait"
    setup.fitToWidth, setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.print_title_rows = "4:4"
    page.freeze_panes = "A5"


def _heads(page: "Worksheet", row: int, columns: Sequence[str]) -> None:
    for column, text in enumerate(columns, 1):
        _put(page, row, column, text, bold=True, filled=True)


def _put(
    page: "Worksheet",
    row: int,
    column: int,
    text: str,
    *,
    bold: bool = False,
    filled: bool = False,
) -> None:
    from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

    side: Any = Side(style="thin", color=_LINE)
    cell = page.cell(row, column, harmless(text))
    cell.font = Font(bold=bold, color=_INK)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    cell.border = Border(left=side, right=side, top=side, bottom=side)
    if filled:
        cell.fill = PatternFill("solid", fgColor=_PALE)


def _note(page: "Worksheet", row: int, text: str, columns: int) -> None:
    from openpyxl.styles import Alignment, Font

    page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=columns)
    cell = page.cell(row, 1, harmless(text))
    cell.font = Font(italic=True, size=9, color=_INK)
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    page.row_dimensions[row].height = 28
