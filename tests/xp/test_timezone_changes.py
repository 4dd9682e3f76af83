"""A random search for a sequence of allowed moves and claims that gains or loses an award.

GAMEKEEPER_XP_SEARCH=2000 scripts/test tests/xp/test_timezone_changes.py   searches for longer.
"""

from __future__ import annotations

import os
import random
from datetime import UTC, datetime, timedelta

import psycopg
from tests import chance

SEQUENCES = int(os.environ.get("GAMEKEEPER_XP_SEARCH", "40"))
ZONES = [
    "Pacific/Kiritimati",
    "Etc/GMT+12",
    "Pacific/Apia",
    "Pacific/Pago_Pago",
    "Pacific/Honolulu",
    "America/New_York",
    "Europe/Berlin",
    "Asia/Kathmandu",
    "Asia/Tokyo",
    "Australia/Lord_Howe",
    "Pacific/Chatham",
    "America/St_Johns",
    "Africa/Casablanca",
    "America/Santiago",
    "America/Havana",
    "UTC",
]
MICROSECOND = timedelta(microseconds=1)


class Player:
    """A user with a simulated clock."""

    def __init__(self, owner: psycopg.Connection, dice: random.Random, name: str) -> None:
        self.owner, self.dice, self.name = owner, dice, name
        self.policy = f"policy {dice.choice([0, 1, 2, 3])}"
        self.home = dice.choice(ZONES)
        owner.execute("select test.xp_user(%s, %s)", [name, self.home])
        self.now = datetime(
            dice.randint(2020, 2029),
            dice.randint(1, 12),
            dice.randint(1, 28),
            dice.randint(0, 23),
            tzinfo=UTC,
        )
        self.moves = 0

    def claim(self) -> tuple:
        """Claim now."""
        row = self.owner.execute(
            "select c.status, c.reward_day_id, c.streak_day, c.grace_used, c.next_boundary"
            " from xp.claim_at(test.user(%s)::text, %s, gen_random_uuid(), %s) c",
            [self.name, self.policy, self.now],
        ).fetchone()
        assert row is not None
        return row

    def move(self) -> None:
        """Move to another zone, or every other time home, if that is allowed; now and then the service lets it be."""
        if self.dice.random() < 0.2:
            self.owner.execute(
                "select xp.lift_timezone_wait(u.user_id, 'SEARCH') from xp.xp_users u"
                " where u.external_user_id = test.user(%s)::text",
                [self.name],
            )
        try:
            self.owner.execute(
                "select xp.change_timezone_at(test.user(%s)::text, %s, %s)",
                [self.name, self.dice.choice([*ZONES, *[self.home] * 16]), self.now],
            )
            self.moves += 1
        except psycopg.Error as error:
            if error.sqlstate not in ("KG303", "KG001"):  # too early, or the zone one lives in
                raise

    def day(self) -> tuple:
        """Return today's reward day and its end."""
        row = self.owner.execute(
            "select d.day, d.opens_at, d.next_boundary from xp.xp_users u cross join xp.xp_rules r"
            " cross join lateral xp.account_day(u, r.terms, %s) d"
            " where u.external_user_id = test.user(%s)::text and r.policy_key = %s and r.is_active",
            [self.now, self.name, self.policy],
        ).fetchone()
        assert row is not None
        return row


def policies(owner: psycopg.Connection) -> None:
    """Activate policies whose days begin at different times, without grace."""
    for i, start in enumerate(("00:00", "05:00", "13:30", "23:59")):
        owner.execute(
            "select test.xp_activate(%s, test.xp_policy(%s::jsonb))",
            [
                f"policy {i}",
                '{"grace": {"allowedMisses": 0, "windowDays": 0}, "streakModel": {"type": "PlateauCap", "parameters":'
                ' {"plateauDay": 1000, "plateauMultiplier": 1}}, "claimWindow": {"startLocalTime": "'
                + start
                + '", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"}}',
            ],
        )


def test_no_sequence_gains_an_award(fresh_database: str) -> None:
    """Claims and moves at random: no day twice, days in order, no more awards than days that began."""
    seed = chance.seed()
    dice = random.Random(seed)
    moves = 0
    with psycopg.connect(fresh_database, autocommit=True) as owner:
        policies(owner)
        for i in range(SEQUENCES):
            player = Player(owner, dice, f"gainer {i}")
            awarded: list[str] = []
            boundary, began = None, 0
            for _ in range(30):
                player.now += timedelta(
                    hours=dice.choice([0, 0.2, 1, 3, 7, 13, 23, 24, 25, 49]),
                    seconds=dice.randint(0, 60),
                )
                # Count the days that began since the last look, through the calendar as it was then.
                if boundary is None or player.now >= boundary:
                    began += 1
                    skipped_to = player.now
                    if boundary is not None:
                        player.now = boundary
                        while (end := player.day()[2]) <= skipped_to:
                            began += 1
                            player.now = end
                        player.now = skipped_to
                boundary = player.day()[2]
                if dice.random() < 0.3:
                    player.move()
                    boundary = player.day()[2]
                else:
                    status, day, *_ = player.claim()
                    if status == "NEW":
                        assert not awarded or day > awarded[-1], (seed, i)
                        awarded.append(day)
                assert len(awarded) <= began, (seed, i)
            moves += player.moves
        assert owner.execute("select * from xp.reconcile()").fetchall() == []
    assert moves > SEQUENCES


def test_no_sequence_loses_an_award(fresh_database: str) -> None:
    """Who claims once in each reward day keeps the streak over all moves, and each claim's next boundary is true."""
    seed = chance.seed()
    dice = random.Random(seed)
    moves = 0
    with psycopg.connect(fresh_database, autocommit=True) as owner:
        policies(owner)
        for i in range(SEQUENCES):
            player = Player(owner, dice, f"loser {i}")
            for expected in range(1, 25):
                status, _, streak, grace, boundary = player.claim()
                assert (status, streak, grace) == ("NEW", expected, 0), (seed, i)
                if dice.random() < 0.4:
                    player.now += (boundary - player.now) * dice.random()
                    player.move()
                    boundary = player.day()[2]
                player.now = boundary - MICROSECOND
                assert player.claim()[0] == "ALREADY_CLAIMED", (seed, i)
                player.now = boundary
                length = player.day()[2] - boundary
                player.now += length * dice.choice([0, 0, 0.5, 0.999])
            moves += player.moves
        assert owner.execute("select * from xp.reconcile()").fetchall() == []
    assert moves > SEQUENCES
