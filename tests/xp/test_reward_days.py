"""Reward days over every change of every clock, against an oracle that knows only the offsets.

The suite takes one zone for each distinct history of offsets, and the window starts around each change.
GAMEKEEPER_XP_ALL_ZONES=1 scripts/test tests/xp/test_reward_days.py   takes every zone and every minute.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import psycopg

ALL = os.environ.get("GAMEKEEPER_XP_ALL_ZONES") == "1"
FROM, UNTIL = datetime(2019, 12, 25, tzinfo=UTC), datetime(2031, 1, 7, tzinfo=UTC)
SECOND = timedelta(seconds=1)
MICROSECOND = timedelta(microseconds=1)


def offset_at(zone: ZoneInfo, at: datetime) -> timedelta:
    """Return the zone's distance from UTC at an instant."""
    offset = at.astimezone(zone).utcoffset()
    assert offset is not None
    return offset


class Clock:
    """A zone as its list of (from when, offset), found by scanning and halving."""

    def __init__(self, name: str, begin: datetime = FROM, end: datetime = UNTIL) -> None:
        zone = ZoneInfo(name)
        self.name = name
        self.spans = [(begin, offset_at(zone, begin))]
        step = timedelta(days=1 if ALL else 7)
        at = begin
        while at < end:
            then, at = at, at + step
            while (new := offset_at(zone, at)) != self.spans[-1][1]:
                low, high = max(then, self.spans[-1][0]), at
                while high - low > SECOND:
                    middle = low + (high - low) // 2
                    middle -= timedelta(microseconds=middle.microsecond)
                    low, high = (
                        (middle, high)
                        if offset_at(zone, middle) == self.spans[-1][1]
                        else (low, middle)
                    )
                self.spans.append((high, offset_at(zone, high)))
                if offset_at(zone, high) == new:
                    break
        self.ends = [span[0] for span in self.spans[1:]] + [end]

    @property
    def history(self) -> tuple:
        """Return what tells this clock from others."""
        return tuple(self.spans)

    def day_start(self, start: time, day: date) -> datetime:
        """Return the first instant at which the clock shows start on that date, or anything later."""
        wall = datetime.combine(day, start, UTC)
        for (begin, offset), end in zip(self.spans, self.ends, strict=True):
            first = max(begin, wall - offset)
            if first < end:
                return first
        raise AssertionError(wall)

    def day_at(self, start: time, at: datetime) -> tuple[date, datetime]:
        """Return the reward day of an instant and when the next one begins."""
        day = at.date() - timedelta(days=3)
        while self.day_start(start, day + timedelta(days=1)) <= at:
            day += timedelta(days=1)
        return day, self.day_start(start, day + timedelta(days=1))


def starts_around(moment: timedelta) -> set[time]:
    """Return window starts at and around a wall clock time, and the first and last of a day."""
    minutes = {0, 1, 23 * 60 + 59, 12 * 60}
    base = int(moment.total_seconds()) // 60
    minutes |= {
        (base + m) % 1440
        for m in (-61, -60, -31, -30, -29, -15, -1, 0, 1, 14, 15, 29, 30, 31, 59, 60, 61)
    }
    return {time(m // 60, m % 60) for m in minutes}


def every_minute(_: timedelta) -> set[time]:
    """Return every window start there is."""
    return {time(m // 60, m % 60) for m in range(1440)}


def questions(clock: Clock) -> Iterator[tuple[time, date]]:
    """Yield the window starts and dates worth asking about: around each change of the clock."""
    pick = every_minute if ALL else starts_around
    for begin, offset in clock.spans[1:]:
        wall = begin + offset
        for start in pick(timedelta(hours=wall.hour, minutes=wall.minute)):
            for days in (-1, 0, 1):
                yield start, wall.date() + timedelta(days=days)


# An abbreviation, such as WET, hides the zone of its name from "at time zone", so those are taken on trust.
OFFSETS = """
select z.name, array_agg(extract(epoch from (t at time zone z.name) - (t at time zone 'UTC'))::integer order by t)
from xp.timezones as z, unnest(%s::timestamptz[]) as t
where z.name not in (select a.abbrev from pg_timezone_abbrevs as a)
group by z.name
"""


def known_alike(owner: psycopg.Connection, clocks: list[Clock]) -> list[Clock]:
    """Return the clocks of which the server's release of the tz database says what ours says."""
    weeks = {FROM + timedelta(days=7 * n) for n in range((UNTIL - FROM).days // 7)}
    changes = {begin for clock in clocks for begin, _ in clock.spans[1:]}
    moments = sorted(weeks | changes | {begin - SECOND for begin in changes})
    theirs = dict(owner.execute(OFFSETS, [moments]))
    alike = []
    for clock in clocks:
        spans = iter(zip(clock.spans, clock.ends, strict=True))
        (_, offset), end = next(spans)
        ours = []
        for moment in moments:
            while moment >= end:
                (_, offset), end = next(spans)
            ours.append(int(offset.total_seconds()))
        if theirs.get(clock.name, ours) == ours:
            alike.append(clock)
    assert len(alike) >= len(clocks) * 9 // 10, "the server's tz database is another age's"
    return alike


def zones_of(owner: psycopg.Connection) -> list[Clock]:
    """Return the server's zones as clocks: all, or one for each distinct history of offsets."""
    names = [name for (name,) in owner.execute("select name from xp.timezones order by name")]
    assert len(names) > 400
    clocks = known_alike(owner, [Clock(name) for name in names])
    return clocks if ALL else list({clock.history: clock for clock in clocks}.values())


def test_every_boundary_is_where_the_clock_first_reads_the_start(owner: psycopg.Connection) -> None:
    """Around each change of each clock, 2020 to 2030, every day begins where the oracle says."""
    changes = asked = 0
    for clock in zones_of(owner):
        todo = sorted(set(questions(clock)))
        changes += len(clock.spans) - 1
        asked += len(todo)
        found = owner.execute(
            "select xp.day_start(%s, q.start, q.day) from unnest(%s::time[], %s::date[]) with ordinality q (start, day, n) order by q.n",
            [clock.name, [start for start, _ in todo], [day for _, day in todo]],
        ).fetchall()
        wrong = [
            (clock.name, start, day, answer.astimezone(UTC), clock.day_start(start, day))
            for (start, day), (answer,) in zip(todo, found, strict=True)
            if answer != clock.day_start(start, day)
        ]
        assert wrong == []
    print(f"{changes} changes of clocks, {asked} boundaries")
    assert changes > 500


def test_every_instant_has_one_day(owner: psycopg.Connection) -> None:
    """Around each change and each boundary beside it the day and its end are the oracle's."""
    asked = 0
    for clock in zones_of(owner):
        todo: list[tuple[time, datetime]] = []
        for begin, offset in clock.spans[1:]:
            wall = begin + offset
            for start in starts_around(timedelta(hours=wall.hour, minutes=wall.minute)):
                edge = clock.day_start(start, wall.date())
                for moment in (begin, edge):
                    todo += [
                        (start, moment - MICROSECOND),
                        (start, moment),
                        (start, moment + SECOND),
                    ]
                todo.append((start, begin + timedelta(minutes=20)))
        asked += len(todo)
        found = owner.execute(
            "select d.day, d.opens_at, d.next_boundary from unnest(%s::time[], %s::timestamptz[]) with ordinality q (start, at, n)"
            " cross join lateral xp.zone_day(%s, q.start, q.at) d order by q.n",
            [[start for start, _ in todo], [at for _, at in todo], clock.name],
        ).fetchall()
        for (start, at), (day, opens_at, next_boundary) in zip(todo, found, strict=True):
            assert (day, next_boundary) == clock.day_at(start, at), (clock.name, start, at)
            assert opens_at <= at < next_boundary, (clock.name, start, at)
            assert opens_at == clock.day_start(start, day), (clock.name, start, at)
    print(f"{asked} instants")


def test_zones_that_left_out_a_date(owner: psycopg.Connection) -> None:
    """Apia and Fakaofo left out 2011-12-30; their days are the oracle's too, every minute of the start."""
    for name in ("Pacific/Apia", "Pacific/Fakaofo"):
        clock = Clock(name, datetime(2011, 12, 1, tzinfo=UTC), datetime(2012, 1, 31, tzinfo=UTC))
        todo = [
            (start, date(2011, 12, 28) + timedelta(days=n))
            for start in every_minute(timedelta())
            for n in range(6)
        ]
        found = owner.execute(
            "select xp.day_start(%s, q.start, q.day) from unnest(%s::time[], %s::date[]) with ordinality q (start, day, n) order by q.n",
            [name, [start for start, _ in todo], [day for _, day in todo]],
        ).fetchall()
        assert [answer for (answer,) in found] == [
            clock.day_start(start, day) for start, day in todo
        ]
        skipped = [
            start
            for start in every_minute(timedelta())
            if clock.day_start(start, date(2011, 12, 30))
            == clock.day_start(start, date(2011, 12, 31))
        ]
        assert skipped == [time(0, 0)]
