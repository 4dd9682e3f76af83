"""Freezes, refills and repairs in stored streaks, against the model of streak_model over random histories.

GAMEKEEPER_XP_STREAKS=5000 scripts/test tests/xp/test_evaluate_streak.py tests/xp/test_streak_entries.py   looks at more.
"""

from __future__ import annotations

import json
import os
import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta

import psycopg
from tests import chance
from tests.xp.streak_model import Model

START = date(2026, 1, 1)
HISTORIES = int(os.environ.get("GAMEKEEPER_XP_STREAKS", "25"))


def policy(dice: random.Random, key: str | None) -> dict:
    """Draw a policy whose days are those of UTC."""
    window = dice.randint(0, 3)
    model: dict = dice.choice(
        [
            {"type": "PlateauCap", "parameters": {"plateauDay": 50, "plateauMultiplier": 2}},
            {"type": "WeeklyCycleReset", "parameters": {}},
            {"type": "DecayCurve", "parameters": {"decayPercent": 0.25, "graceDay": 0}},
        ]
    )
    document = {
        "baseXp": 100,
        "streakCurve": [{"dayIndex": 0, "multiplier": 1, "additiveBonusXp": 0}],
        "grace": {"allowedMisses": dice.randint(0, window), "windowDays": window},
        "claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "FIXED_UTC"},
        "streakModel": model,
        "seasonalBoosts": [],
    }
    if dice.random() < 0.5:
        document["grace"]["refillEveryDays"] = dice.randint(1, 9)
    if dice.random() < 0.8:
        document["freezes"] = {"maxHeld": dice.randint(0, 4), "maxPerGap": dice.randint(0, 3)}
    if key is not None:
        document["streakKey"] = key
    return document


@dataclass
class Streak:
    """One streak as the model sees it: all that happened to it, evaluated from the beginning each time it is asked."""

    claims: list[tuple[date, dict]] = field(default_factory=list)
    freezes: list[tuple[int, int]] = field(default_factory=list)  # after how many claims, how many
    longest: int = 0

    def state(self, excused: frozenset[date]) -> dict | None:
        """Return the streak after the last claim and what was given since, if nobody had missed the excused days."""
        state = None
        for n, (day, document) in enumerate(self.claims):
            state = self.given(state, n)
            at = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
            state = Model(document).claim(state, day, at, None, excused)
        return self.given(state, len(self.claims))

    def given(self, state: dict | None, claims: int) -> dict | None:
        """Add the freezes that came after so many claims."""
        counts = [count for after, count in self.freezes if after == claims]
        if not counts:
            return state
        new = {"current": 0, "longest": 0, "grace": 0, "last": None, "claimed": [], "refill": None}
        state = dict(state) if state else new
        state["freezes"] = max((state.get("freezes") or 0) + sum(counts), 0)
        return state


class Player:
    """A user, three policies of two streaks, and what the service does."""

    def __init__(self, owner: psycopg.Connection, dice: random.Random, name: str) -> None:
        self.owner, self.dice, self.name = owner, dice, name
        self.policies = {
            f"{name}-{kind}": policy(dice, "mission" if kind == "c" else None) for kind in "abc"
        }
        for key, document in self.policies.items():
            owner.execute("select test.xp_activate(%s, %s)", [key, json.dumps(document)])
        found = owner.execute(
            "select test.xp_user(%s, 'UTC', %s)", [name, f"segment {name}"]
        ).fetchone()
        self.user_id = found[0] if found else 0
        self.streaks: dict[str | None, Streak] = {None: Streak(), "mission": Streak()}
        self.excused: set[date] = set()
        self.day = START

    def grant(self) -> None:
        """Give freezes, or take some back of those that are held."""
        key = self.dice.choice([None, None, "mission"])
        held = self.owner.execute(
            "select coalesce((xp.streak_of(%s, %s)).model_state ->> 'freezes', '0')::integer",
            [self.user_id, key],
        ).fetchone()
        count = self.dice.choice([1, 1, 2, 3])
        if held and held[0] and self.dice.random() < 0.2:
            count = -self.dice.randint(1, held[0])
        self.owner.execute(
            "select xp.grant_freeze(%s, %s, 'A_GIFT', gen_random_uuid(), %s)",
            [self.user_id, count, key],
        )
        streak = self.streaks[key]
        streak.freezes.append((len(streak.claims), count))

    def repair(self) -> None:
        """Excuse days of the last two weeks, and sometimes of the coming ones, for this user or for their segment."""
        days = [
            self.day - timedelta(days=self.dice.randint(-2, 14))
            for _ in range(self.dice.randint(1, 4))
        ]
        whom = self.dice.choice(["user_id => %(user)s", "segment_key => %(segment)s"])
        self.owner.execute(
            f"select xp.repair_streak(%(days)s::date[], 'OUTAGE', gen_random_uuid(), {whom})".encode(),
            {"days": days, "user": self.user_id, "segment": f"segment {self.name}"},
        )
        self.excused |= set(days)

    def claim(self) -> None:
        """Claim under one of the policies, and compare with the model."""
        key = self.dice.choice(list(self.policies))
        document = self.policies[key]
        streak = self.streaks[document.get("streakKey")]
        if streak.claims and streak.claims[-1][0] >= self.day:
            return
        at = datetime(self.day.year, self.day.month, self.day.day, 12, tzinfo=UTC)
        preview = self.owner.execute(
            "select e.streak_preview from xp.eligibility_at(test.user(%s)::text, %s, %s) as e",
            [self.name, key, at],
        ).fetchone()
        receipt = self.owner.execute(
            "select c.status, c.streak_day, c.longest_streak, c.grace_used from test.xp_claim(%s, %s, %s) as c",
            [self.name, key, at],
        ).fetchone()
        streak.claims.append((self.day, document))
        state = streak.state(frozenset(self.excused))
        assert state is not None
        streak.longest = max(streak.longest, state["longest"])
        assert receipt == ("NEW", state["current"], streak.longest, state["grace"])
        assert preview == (state["current"],)
        kept = self.owner.execute(
            "select s.model_state from (select null as streak_key, * from xp.xp_streaks as t where t.user_id = %s"
            " union all select k.streak_key, k.user_id, k.current_streak, k.longest_streak, k.grace_used,"
            " k.last_reward_day_id, k.model_state, k.updated_at, k.claimed_by from xp.xp_keyed_streaks as k where k.user_id = %s)"
            " as s where s.streak_key is not distinct from %s",
            [self.user_id, self.user_id, document.get("streakKey")],
        ).fetchone()
        assert kept is not None
        assert kept[0].get("freezes") == state["freezes"]
        assert kept[0].get("lastRefill") == (state["refill"] and state["refill"].isoformat())


STORED = (
    "select s.user_id, null, s.current_streak, s.longest_streak, s.grace_used, s.last_reward_day_id, s.model_state::text"
    " from xp.xp_streaks as s union all select k.user_id, k.streak_key, k.current_streak, k.longest_streak, k.grace_used,"
    " k.last_reward_day_id, k.model_state::text from xp.xp_keyed_streaks as k order by 1, 2"
)


def test_stored_streaks_are_what_the_model_says(fresh_database: str) -> None:
    """Each claim after random freezes and repairs is the model's; streaks rebuilt from the log equal what is stored."""
    seed = chance.seed()
    dice = random.Random(seed)
    with psycopg.connect(fresh_database, autocommit=True) as owner:
        for i in range(HISTORIES):
            player = Player(owner, dice, f"player {i}")
            try:
                for _ in range(25):
                    action = dice.random()
                    if action < 0.15:
                        player.grant()
                    elif action < 0.25:
                        player.repair()
                    else:
                        player.claim()
                        player.day += timedelta(days=dice.choice([0, 0, 1, 1, 1, 1, 2, 3, 5]))
            except AssertionError as error:
                error.add_note(f"seed {seed}, player {i}")
                raise
        assert owner.execute("select * from xp.reconcile()").fetchall() == []
        stored = owner.execute(STORED).fetchall()
        assert len(stored) > HISTORIES
        owner.execute(
            "update xp.xp_streaks set current_streak = 99, longest_streak = 99, grace_used = 9, last_reward_day_id = null, model_state = '{}'"
        )
        owner.execute("delete from xp.xp_keyed_streaks where user_id % 2 = 0")
        owner.execute("update xp.xp_keyed_streaks set current_streak = 99, model_state = '{}'")
        assert owner.execute("select count(*) from xp.reconcile()").fetchone() != (0,)
        owner.execute("select xp.rebuild_streaks()")
        assert owner.execute(STORED).fetchall() == stored
        assert owner.execute("select * from xp.reconcile()").fetchall() == []
