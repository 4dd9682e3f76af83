"""What xp.preview tells of a draft is what xp.claim gives once the draft is active, for policies at random.

GAMEKEEPER_XP_PREVIEWS=500 scripts/test tests/xp/test_preview.py   tries more of them.
"""

from __future__ import annotations

import collections
import json
import os
import random
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest
from tests import chance

PREVIEWS = int(os.environ.get("GAMEKEEPER_XP_PREVIEWS", "25"))
DAYS = 14
# Clocks that change in the weeks that are previewed, at odd times and by odd amounts, and some that do not.
ZONES = (
    "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Chatham",
    "Africa/Cairo", "Pacific/Kiritimati", "Etc/GMT+12", "UTC", "EST",
)  # fmt: skip
MODELS = (
    "PlateauCap",
    "WeeklyCycleReset",
    "DecayCurve",
    "TieredSeasonalReset",
    "MilestoneMetaReward",
)

# A row of the preview, and the same of a claim at the previewed instant; the award tells of grace.
FIELDS = (
    "status", "claimed_at", "next_boundary", "reward_day_id", "xp", "streak_day", "longest_streak", "grace_used",
    "grace_applied", "milestone_hits", "policy_version",
)  # fmt: skip
UNTOLD = {"claimed_at", "grace_applied"}
PREVIEW = (
    f"select {', '.join(FIELDS)} from xp.preview_at('policy', %s, %s, %s, %s, %s) order by day_no"
)
CLAIM = """
select c.status, c.next_boundary, c.reward_day_id, c.xp, c.streak_day, c.longest_streak, c.grace_used, c.milestone_hits,
  c.policy_version
from test.xp_claim(%s, 'policy', %s) c
"""
AWARD = """
select a.created_at, a.xp_awarded, a.streak_day, a.grace_used, a.grace_applied, a.policy_version
from xp.xp_awards a
where a.user_id = %s and a.reward_day_id = %s
"""
ELIGIBILITY = """
select e.eligible, e.reason, e.reward_day_id, e.projected_xp, e.streak_preview, e.next_boundary, e.eligible_at
from xp.eligibility_at(test.user(%s)::text, 'policy', %s) e
"""
REFUSALS = {"CLAIM_WINDOW_CLOSED": "KG302", "NO_XP": "KG305"}


def parameters(dice: random.Random, model: str) -> dict:
    """Draw the parameters of a streak model."""
    if model == "PlateauCap":
        return {"plateauDay": dice.randint(1, 8), "plateauMultiplier": dice.randint(1, 30) / 10}
    if model == "DecayCurve":
        return {"decayPercent": dice.randint(0, 100) / 100, "graceDay": dice.randint(0, 3)}
    if model == "TieredSeasonalReset":
        first = dice.randint(1, 3)
        return {
            "tiers": [
                {"startDay": first, "endDay": first + 1, "bonusMultiplier": 1.5},
                {"startDay": first + 2, "endDay": 30, "bonusMultiplier": dice.randint(0, 30) / 10},
            ]
        }
    if model == "MilestoneMetaReward":
        days = dice.sample(range(1, 12), 4)
        return {
            "milestones": [{"day": d, "rewardType": "badge", "rewardValue": {"d": d}} for d in days]
        }
    return {}


def policy(dice: random.Random, model: str, start: datetime) -> dict:
    """Draw a policy, with boosts that begin and end on hours around the start."""
    window = dice.randint(0, 3)
    hours = sorted(dice.sample(range(-48, DAYS * 24), 4))
    drawn = {
        "baseXp": dice.choice([1, 10, 99.5, 100]),
        "streakCurve": [
            {
                "dayIndex": i,
                "multiplier": dice.choice([0, 0.05, 1, 1.1, 1.25, 2]),
                "additiveBonusXp": dice.choice([0, 0, 7]),
            }
            for i in range(dice.randint(1, 9))
        ],
        "grace": {"allowedMisses": dice.randint(0, window), "windowDays": window},
        "claimWindow": {
            "startLocalTime": dice.choice(["00:00", "02:30", "05:00", "23:59"]),
            "durationHours": dice.choice([24, 24, 6]),
            "anchor": dice.choice(
                ["ANCHOR_TIMEZONE", "ANCHOR_TIMEZONE", "FIXED_UTC", "SERVER_LOCAL"]
            ),
        },
        "streakModel": {"type": model, "parameters": parameters(dice, model)},
        "seasonalBoosts": [
            {
                "label": "boost",
                "multiplier": dice.choice([0, 2, 3]),
                "startUtc": (start + timedelta(hours=a)).isoformat(),
                "endUtc": (start + timedelta(hours=b)).isoformat(),
            }
            for a, b in (hours[:2], hours[2:])
        ],
        "minCooldownHours": dice.choice([0, 0, 0, 20, 25.5, 30]),
    }
    if dice.random() < 0.5:
        drawn["xpCap"] = dice.randint(50, 400)
    return drawn


class Trial:
    """A user with a past, a draft, and the days to come; counts what happened in them."""

    def __init__(self, owner: psycopg.Connection, dice: random.Random, model: str) -> None:
        self.owner, self.dice = owner, dice
        day = dice.choice(
            [date(2026, 3, 3), date(2026, 3, 22), date(2026, 10, 20), date(2026, 4, 18)]
        )
        self.start = datetime(day.year, day.month, day.day, dice.randint(0, 23), tzinfo=UTC)
        self.happened: collections.Counter[str] = collections.Counter()
        segment = dice.choice([None, "vip", "new"])
        ends = day + timedelta(days=dice.randint(0, DAYS))
        owner.execute("select xp.create_season('one', %s, %s)", [ends - timedelta(days=20), ends])
        if dice.random() < 0.5:
            begins = ends + timedelta(days=dice.randint(1, 3))
            owner.execute(
                "select xp.create_season('two', %s, %s)", [begins, begins + timedelta(days=9)]
            )
        owner.execute("select test.xp_activate('policy', test.xp_policy())")
        (self.user,) = self.one("select test.xp_user('eve', %s, %s)", [dice.choice(ZONES), segment])
        for days in sorted(dice.sample(range(1, 7), dice.randint(0, 6)), reverse=True):
            owner.execute(
                "select test.xp_claim('eve', 'policy', %s)", [self.start - timedelta(days=days)]
            )
        if dice.random() < 0.3:
            owner.execute(
                "select xp.change_timezone_at(test.user('eve')::text, 'America/Caracas', %s)",
                [self.start - timedelta(hours=dice.randint(0, 60))],
            )
        self.draft(policy(dice, dice.choice(MODELS), self.start))
        overrides = [{"segmentKey": "vip", "version": 2}]
        self.version = self.draft(policy(dice, model, self.start) | {"segmentOverrides": overrides})
        self.answers_for = 2 if segment == "vip" else self.version

    def one(self, query: str, values: list[object]) -> tuple:
        """Return the one row of a query."""
        row = self.owner.execute(query.encode(), values).fetchone()
        assert row is not None
        return row

    def draft(self, document: dict) -> int:
        """Store a draft; return its version."""
        (version,) = self.one(
            "select (xp.create_rule('policy', %s)).version", [json.dumps(document)]
        )
        return int(version)

    def run(self) -> None:
        """Preview the draft, activate it, and live through the days."""
        missed = self.dice.sample(range(1, DAYS + 1), self.dice.randint(0, 6))
        rows = self.owner.execute(
            PREVIEW.encode(), [self.version, self.user, DAYS, missed, self.start]
        ).fetchall()
        assert len(rows) == DAYS
        self.owner.execute("select xp.activate_rule('policy', %s)", [self.version])
        at = self.start
        for row in rows:
            at = self.live(at, row)
        assert self.owner.execute("select * from xp.reconcile()").fetchall() == []

    def next_streak(self, told: tuple) -> int:
        """Return the streak that the next possible claim makes; where no day is worth anything, what was told."""
        shown = int(told[4])
        for _ in range(4):
            at = told[5] if told[1] == "NO_XP" else told[6]
            told = self.one(ELIGIBILITY, ["eve", at])
            if told[0]:
                with self.owner.transaction(force_rollback=True):
                    claim = "select (test.xp_claim('eve', 'policy', %s)).streak_day"
                    return int(self.one(claim, [at])[0])
        return shown

    def live(self, at: datetime, row: tuple) -> datetime:
        """Do on a day what its row of the preview says, and get what it says; return the next day's begin."""
        status, claimed_at, boundary, reward_day, xp, streak = row[:6]
        told = self.one(ELIGIBILITY, ["eve", at])
        if told[1] == "COOLDOWN" and told[6] < told[5]:
            at = told[6]
            told = self.one(ELIGIBILITY, ["eve", at])
            self.happened["waited"] += 1
        eligible, reason = told[:2]
        self.happened[status] += 1
        assert told[2] == reward_day
        assert told[5] == boundary
        assert row[10] == self.answers_for
        if status == "MISSED":
            assert eligible
        elif status == "NEW":
            assert claimed_at == at
            assert told[:5] == (True, None, reward_day, xp, streak)
            fields = dict(zip(FIELDS, row, strict=True))
            assert self.one(CLAIM, ["eve", at]) == tuple(
                fields[f] for f in FIELDS if f not in UNTOLD
            )
            assert self.one(AWARD, [self.user, reward_day]) == (
                at, xp, streak, fields["grace_used"], fields["grace_applied"], self.answers_for,
            )  # fmt: skip
            self.happened["grace"] += row[8]
            self.happened["milestone"] += bool(row[9])
        else:
            assert told[:4] == (False, status, reward_day, 0)
            shown = {self.next_streak(told)} | ({streak} if status == "ALREADY_CLAIMED" else set())
            assert told[4] in shown
            if status in REFUSALS:
                with pytest.raises(psycopg.Error) as refused, self.owner.transaction():
                    self.owner.execute("select test.xp_claim('eve', 'policy', %s)", [at])
                assert refused.value.sqlstate == REFUSALS[status]
            else:
                assert reason in ("ALREADY_CLAIMED", "COOLDOWN")
                (answer,) = self.one("select (test.xp_claim('eve', 'policy', %s)).status", [at])
                assert answer == "ALREADY_CLAIMED"
        return boundary


def test_a_draft_previewed_is_what_claims_give_when_it_is_active(owner: psycopg.Connection) -> None:
    """Every day and field, for each model, with seasons, boosts, segments, cooldowns, windows, moves and misses."""
    seed = chance.seed()
    dice = random.Random(seed)
    happened: collections.Counter[str] = collections.Counter()
    for n in range(PREVIEWS * len(MODELS)):
        trial = None
        with owner.transaction(force_rollback=True):
            try:
                trial = Trial(owner, dice, MODELS[n % len(MODELS)])
                trial.run()
            except AssertionError as error:
                error.add_note(f"seed {seed}, trial {n}")
                raise
            happened += trial.happened
    print(dict(happened))
    assert {
        "NEW", "MISSED", "ALREADY_CLAIMED", "COOLDOWN", "CLAIM_WINDOW_CLOSED", "NO_XP", "waited", "grace", "milestone",
    } <= set(happened)  # fmt: skip
