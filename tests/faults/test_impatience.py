"""Impatient thumbs and poisoned updates, delivered to a real process."""

from tests.measure import poison, taps


async def test_fifty_presses_at_once_give_one_report() -> None:
    figures = await taps.tapped(2)

    assert taps.broken(figures) == []
    assert figures["reports"] == 2


async def test_what_telegram_would_never_send_harms_nobody() -> None:
    figures = await poison.poisoned(400, seed=7)

    assert poison.broken(figures) == []
    assert figures["parked"] > 100
