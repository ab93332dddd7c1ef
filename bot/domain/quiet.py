"""The hours of the night in which nobody is reminded of anything."""

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Quiet:
    """From one time of day to another, across midnight or not; alike means never quiet."""

    begin: time = time(20)
    end: time = time(7)

    def moved(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Give the moment itself by day, and the end of the quiet hours by night."""
        here = moment.astimezone(zone)
        now = here.time()
        if self.begin <= self.end:
            night, tomorrow = self.begin <= now < self.end, False
        else:
            night, tomorrow = now >= self.begin or now < self.end, now >= self.begin
        if not night:
            return moment
        day = here.date() + timedelta(days=tomorrow)
        return datetime.combine(day, self.end, zone)

    def next_morning(self, moment: datetime, zone: ZoneInfo) -> datetime:
        """Give the end of the quiet hours of the day after the moment's."""
        day = moment.astimezone(zone).date() + timedelta(days=1)
        return datetime.combine(day, self.end, zone)
