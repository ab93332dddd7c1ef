"""Moments as the tables keep them: whole microseconds since 1970, UTC."""

from datetime import UTC, datetime, timedelta
from typing import overload

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


@overload
def to_micros(moment: datetime) -> int: ...
@overload
def to_micros(moment: None) -> None: ...
@overload
def to_micros(moment: datetime | None) -> int | None: ...
def to_micros(moment: datetime | None) -> int | None:
    """Raises TypeError for a moment without a time zone."""
    return None if moment is None else (moment - _EPOCH) // _MICROSECOND


@overload
def to_moment(micros: int) -> datetime: ...
@overload
def to_moment(micros: None) -> None: ...
@overload
def to_moment(micros: int | None) -> datetime | None: ...
def to_moment(micros: int | None) -> datetime | None:
    return None if micros is None else _EPOCH + micros * _MICROSECOND
