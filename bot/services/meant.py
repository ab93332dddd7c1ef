"""Which of somebody's reports a few words mean, and whether they mean any."""

from collections.abc import Sequence

from bot.domain.report import Report
from bot.routing.router import Router

_LIKELY = 0.3
"""The chance from which words are taken to name a field."""

_SURELY = 0.5
"""The chance from which words are taken to tell of a field."""


def report_meant(router: Router, words: str, there: Sequence[Report]) -> Report | None:
    """The only one of several that the words name.

    By what it says ("lampu"), by what it begins with ("jalan", where another tells of a "lampu
    jalan"), or by its field ("air", where it tells of the PDAM).
    """
    read = router.topics.lexicon.reader.read
    sought = set(read(words).stems)
    told = {report.id: read(report.text).stems for report in there}
    saying = [each for each in there if sought and sought <= set(told[each.id])]
    beginning = [each for each in saying if sought.issuperset(told[each.id][:1])]
    fields = router.route("", words).surely(_LIKELY)
    of_field = [each for each in saying or there if each.sector in fields]
    only = (found[0] for found in (saying, beginning, of_field) if len(found) == 1)
    return next(only, None)


def tells_of_another(router: Router, words: str, there: Sequence[Report]) -> bool:
    """Whether the words tell of a field that none of the reports is about."""
    fields = router.route("", words).surely(_SURELY)
    return bool(fields) and fields.isdisjoint(each.sector for each in there if each.sector)
