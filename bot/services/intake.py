"""A report is told: whatever a person sends goes into one draft, and one tap files it.

- Any words start a draft; a greeting does not.
- A place that stands in the words is taken from them until the reporter has settled it themselves;
  words that come later may still correct it: at once where they say so ("bukan di …, di …") or name
  a nearer one, else after asking. A day is corrected the same way.
- An answer to "where?" that is more than a name we know is a part of the story: officers read it.
- The draft may be filed when there are words and, where the place decides who answers, a place or
  the reporter's "I do not know".
- A suggestion at or above the configured confidence that the reporter accepts is verified at once
  and goes to its agency. All else, and every report that accuses an agency's own people or tells of
  violence, goes to an admin; the number is given at once all the same.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime

from rapidfuzz import process

from bot.domain.agency import Agency, AgencyCode
from bot.domain.correction import read_correction
from bot.domain.draft import Draft, Missing
from bot.domain.happened import Happened
from bot.domain.people import PersonId
from bot.domain.place import Pin, Place, RegionCode
from bot.domain.refusals import Refused, Why
from bot.domain.report import Attachment
from bot.domain.smalltalk import wants_no_name
from bot.domain.suggestion import Care, Emergency, ReportClass, Routing, Suggestion
from bot.routing.dates import read_date
from bot.services.house import House
from storage.unit import Unit

MOST_OPTIONS = 4
_TWO = 2
_A_MATTER = 4
"""Fewer words tell of no matter of their own."""
_SURELY = 0.9
_EDITED = 70.0
"""How like its old words an edited message is, 0 to 100."""
_SHORT = 8
"""Words that name another place and hardly anything else are a correction."""


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft with what the routing makes of it: all that its card shows."""

    draft: Draft
    routing: Routing
    place: Place | None
    agency: Agency | None
    """Whom it will go to; None when an admin decides."""
    suggestion: Suggestion | None
    straight: bool
    """Whether it goes to the agency without an admin."""
    missing: Missing | None
    due: datetime

    @property
    def report_class(self) -> ReportClass:
        return self.draft.chosen_class or self.routing.report_class


class Intake:
    """The life of one person's draft."""

    def __init__(self, house: House, unit: Unit, now: datetime) -> None:
        self._house = house
        self._unit = unit
        self._now = now

    async def draft_of(self, person: PersonId) -> Draft | None:
        return await self._unit.drafts.of(person)

    async def tell(self, person: PersonId, words: str) -> Draft:
        """Add words to the draft, beginning one if there is none.

        Who asks in them that their name be hidden has it hidden. Who begins with the name of a
        place and nothing else has said where, and not yet what.
        """
        begun = await self._open(person)
        if not begun.words and (where := self._only_where(begun, words)):
            return await self._save(where)
        draft = begun.with_words(words, self._now)
        if wants_no_name(words):
            draft = replace(draft, anonymous=True)
        meant = read_correction(words)
        if draft.happened is None or meant:
            happened = read_date(meant or words, self._today())
            if happened and draft.happened and draft.happened.since:
                happened = replace(happened, since=True)
            draft = replace(draft, happened=happened or draft.happened)
        return await self._save(self._put_right(draft, meant) or self._corrected(draft, words))

    async def reword(self, person: PersonId, words: str) -> Draft | None:
        """Put edited words in the place of those they were; None where the draft has none so."""
        draft = await self._unit.drafts.of(person)
        found = process.extractOne(words, draft.words, score_cutoff=_EDITED) if draft else None
        if draft is None or found is None or found[0] == words:
            return None
        told = tuple(words if n == found[2] else said for n, said in enumerate(draft.words))
        happened = read_date(words, self._today()) or draft.happened
        return await self._save(replace(draft, words=told, happened=happened, changed_at=self._now))

    async def rewrite(self, person: PersonId, words: str) -> Draft:
        """Put new words in the place of all that was told; place and files stay."""
        draft = replace(await self._open(person), words=(words,), changed_at=self._now)
        happened = read_date(words, self._today())
        return await self._save(replace(draft, happened=happened or draft.happened))

    async def attach(self, person: PersonId, attachment: Attachment) -> Draft:
        """Add a file. Raises Refused (TOO_MANY_FILES)."""
        return await self._save((await self._open(person)).with_attachment(attachment, self._now))

    async def refuses_album(self, person: PersonId, album: str) -> bool:
        """Remember an album that was too much; say whether that is new."""
        draft = await self._open(person)
        if album and draft.refused_album == album:
            return False
        await self._save(replace(draft, refused_album=album))
        return True

    async def drop_files(self, person: PersonId, token: int) -> Draft:
        draft = await self._this(person, token)
        return await self._save(replace(draft, attachments=(), changed_at=self._now))

    async def pin(self, person: PersonId, pin: Pin) -> Draft:
        """Settle the place by a pin. Raises Refused (OUTSIDE_INDONESIA)."""
        place = self._house.router.gazetteer.at(pin)
        if place is None:
            raise Refused(Why.OUTSIDE_INDONESIA)
        return await self._save((await self._open(person)).at(place, self._now))

    async def name_place(self, person: PersonId, words: str) -> Draft:
        """Settle the place by words, or offer what they may mean.

        Raises Refused (NEEDS_PLACE) when they name no place that we know.
        """
        gazetteer = self._house.router.gazetteer
        finding = gazetteer.find(read_correction(words) or words)
        if not finding.candidates and finding.place is None:
            finding = gazetteer.find(words)
        draft = await self._open(person)
        if finding.more:
            draft = draft.with_words(words, self._now)
        if finding.place:
            return await self._save(draft.at(replace(finding.place, words=words), self._now))
        if finding.candidates:
            options = finding.candidates[:MOST_OPTIONS]
            return await self._save(
                replace(draft, place=None, place_options=options, changed_at=self._now)
            )
        raise Refused(Why.NEEDS_PLACE)

    async def pick_place(self, person: PersonId, token: int, region: RegionCode) -> Draft:
        """Take one of the places offered."""
        draft = await self._this(person, token)
        offered = draft.place_options or self.view(draft).routing.places
        place = next((place for place in offered if place.region == region), None)
        if place is None:
            raise Refused(Why.NO_DRAFT)
        return await self._save(draft.at(place, self._now))

    async def place_unknown(self, person: PersonId, token: int) -> Draft:
        return await self._save((await self._this(person, token)).at(None, self._now))

    async def happened(self, person: PersonId, words: str) -> Draft | None:
        """Settle the day by words; None when they name none."""
        happened = read_date(words, self._today())
        if happened is None:
            return None
        draft = await self._open(person)
        return await self._save(replace(draft, happened=happened, changed_at=self._now))

    async def happened_on(self, person: PersonId, token: int, day: date) -> Draft:
        draft = await self._this(person, token)
        return await self._save(
            replace(draft, happened=Happened(day, since=False), changed_at=self._now)
        )

    async def classify(self, person: PersonId, token: int, chosen: ReportClass) -> Draft:
        draft = await self._this(person, token)
        return await self._save(replace(draft, chosen_class=chosen, changed_at=self._now))

    async def hide_name(self, person: PersonId, token: int, *, hidden: bool = True) -> Draft:
        """Set Anonim to what is wanted: asked twice, it stays."""
        draft = await self._this(person, token)
        return await self._save(replace(draft, anonymous=hidden, changed_at=self._now))

    async def keep_secret(self, person: PersonId, token: int, *, secret: bool = True) -> Draft:
        """Set Rahasia to what is wanted: asked twice, it stays."""
        draft = await self._this(person, token)
        return await self._save(replace(draft, secret=secret, changed_at=self._now))

    async def let_admin_decide(self, person: PersonId, token: int) -> Draft:
        draft = await self._this(person, token)
        return await self._save(
            replace(draft, chosen_agency=None, admin_decides=True, changed_at=self._now)
        )

    async def choose_agency(self, person: PersonId, token: int, agency: AgencyCode) -> Draft:
        """Take the reporter's choice.

        Raises Refused: ACCUSED_AGENCY where the report accuses an agency's own people, NEEDS_AGENCY
        for one that is in no list.
        """
        draft = await self._this(person, token)
        if self.view(draft).routing.care is Care.ACCUSES:
            raise Refused(Why.ACCUSED_AGENCY)
        self._house.agency_named(agency)
        return await self._save(
            replace(draft, chosen_agency=agency, admin_decides=False, changed_at=self._now)
        )

    def danger(self, words: str) -> Emergency | None:
        """The danger that words added to a draft tell of, for which a call helps sooner."""
        return self._house.router.danger(words)

    async def cancel(self, person: PersonId) -> bool:
        """Throw the draft away; say whether there was one."""
        there = await self._unit.drafts.of(person) is not None
        await self._unit.drafts.drop(person)
        return there

    async def this(self, person: PersonId, token: int) -> DraftView:
        """Give the draft that a button belongs to. Raises Refused (NO_DRAFT)."""
        return self.view(await self._this(person, token))

    def view(self, draft: Draft) -> DraftView:
        """See a draft with what the routing makes of it."""
        routing = self._house.router.route(draft.title, draft.text, draft.place)
        place = draft.place or (None if draft.place_known else routing.place)
        agency, suggestion, straight = self._goes_to(draft, routing)
        days = self._house.terms.first_answer if straight else self._house.terms.verify
        return DraftView(
            draft=draft,
            routing=routing,
            place=place,
            agency=agency,
            suggestion=suggestion,
            straight=straight,
            missing=_missing(draft, routing, place),
            due=self._house.calendar.after(self._now, days),
        )

    def tells_of_another(self, draft: Draft) -> bool:
        """Say whether the newest words are surely about another field than those before them."""
        if len(draft.words) < _TWO or len(draft.words[-1].split()) < _A_MATTER:
            return False
        router = self._house.router
        sure = router.route("", draft.words[-1], draft.place).surely(_SURELY)
        if not sure:
            return False
        before = router.route("", "\n".join(draft.words[:-1]), draft.place)
        known = {s.sector for s in before.suggestions} | {d.sector for d in before.duties}
        return bool(known) and not sure & known

    def tells_more(self, words: str) -> bool:
        """Say whether an answer to "where?" is more than a word or names of regions."""
        return len(words.split()) > 1 or self._house.router.gazetteer.find(words).more

    def named(self, words: str, near: Place | None) -> Agency | None:
        """The agency that the words name and nothing else; see `AgencySearch.named`."""
        return self._house.router.finder.named(words, near) if words else None

    def knows(self, query: str) -> bool:
        """Whether a word of the query is surely one of an agency or a place, not just like one."""
        return self._house.router.finder.knows(query)

    def search(self, query: str, near: Place | None) -> list[Agency]:
        return self._house.router.search(query, near)

    def _goes_to(
        self, draft: Draft, routing: Routing
    ) -> tuple[Agency | None, Suggestion | None, bool]:
        if draft.admin_decides:
            return None, None, False
        best = routing.best
        sure = best is not None and best.confidence >= self._house.min_confidence
        careful = routing.care is not Care.NONE
        if draft.chosen_agency:
            chosen = self._house.router.agency(draft.chosen_agency)
            known = next(
                (s for s in routing.suggestions if s.agency.code == draft.chosen_agency), None
            )
            straight = sure and not careful and known is not None and known is best
            return chosen, known, straight
        if best is None or not sure or careful:
            return None, best, False
        return best.agency, best, True

    def _only_where(self, draft: Draft, words: str) -> Draft | None:
        """The draft at the place that is all that the words name; None where they say more."""
        gazetteer = self._house.router.gazetteer
        if len(words.split()) > _SHORT or not gazetteer.names_only(words):
            return None
        finding = gazetteer.find(words)
        if finding.place:
            return draft.at(replace(finding.place, words=words), self._now)
        if not finding.candidates:
            return None
        options = finding.candidates[:MOST_OPTIONS]
        return replace(draft, place=None, place_options=options, changed_at=self._now)

    def _put_right(self, draft: Draft, meant: str) -> Draft | None:
        """Take the place that a correction names, in the regency of before where there are two."""
        if not meant or (draft.place and draft.place.pin):
            return None
        gazetteer = self._house.router.gazetteer
        finding = gazetteer.find(meant)
        if finding.more:
            return None
        if finding.place:
            return draft.at(finding.place, self._now)
        before = draft.place or gazetteer.in_text("\n".join(draft.words[:-1])).place
        near = [p for p in finding.candidates if before and p.regency == before.regency]
        if len(near) == 1:
            return draft.at(near[0], self._now)
        options = finding.candidates[:MOST_OPTIONS]
        return replace(draft, place=None, place_options=options) if options else None

    def _corrected(self, draft: Draft, words: str) -> Draft:
        """What later words make of a place that the reporter has settled; a pin stands."""
        if not draft.place_known or (draft.place and draft.place.pin):
            return draft
        finding = self._house.router.gazetteer.in_text(words)
        short = len(words.split()) <= _SHORT
        named = (finding.place,) if finding.place else finding.candidates if short else ()
        new = tuple(place for place in named if place and not _holds(place, draft.place))
        if not new or len(new) < len(named):
            return draft
        nearer = _holds(draft.place, new[0]) or (draft.place is None and finding.place)
        if len(new) == 1 and (nearer or (finding.place and short)):
            return replace(draft, place=new[0])
        old = (draft.place,) if draft.place and not short else ()
        options = (*new, *old)[:MOST_OPTIONS]
        return replace(draft, place=None, place_options=options)

    def _today(self) -> date:
        return self._now.astimezone(self._house.calendar.zone).date()

    async def _open(self, person: PersonId) -> Draft:
        draft = await self._unit.drafts.of(person)
        return draft or Draft(person, begun_at=self._now, changed_at=self._now)

    async def _this(self, person: PersonId, token: int) -> Draft:
        draft = await self._unit.drafts.of(person)
        if draft is None or draft.token != token:
            raise Refused(Why.NO_DRAFT)
        return draft

    async def _save(self, draft: Draft) -> Draft:
        await self._unit.drafts.save(draft)
        return draft


def _holds(outer: Place | None, inner: Place | None) -> bool:
    """Say whether one place is the other or lies around it."""
    if outer is None or inner is None or outer.region is None or inner.region is None:
        return False
    return f"{inner.region}.".startswith(f"{outer.region}.")


def _missing(draft: Draft, routing: Routing, place: Place | None) -> Missing | None:
    if not draft.text.strip():
        return Missing.WORDS
    if draft.place_options and draft.place is None:
        return Missing.PLACE
    if place is None and not draft.place_known and routing.needs_place:
        return Missing.PLACE
    return None
