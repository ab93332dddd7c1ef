"""One call fails, of the database or of Telegram, in every act of a report's life."""

from bot.sandbox.faults import Break
from tests.measure.each import each


async def test_a_report_ends_where_it_should_whichever_call_fails() -> None:
    found = await each(90, 91, (Break.ACCEPTED_THEN_RESET,))

    assert found.wrong == []
    assert found.database_calls["closing"] == 2
    assert found.api_calls["filing"] >= 1
