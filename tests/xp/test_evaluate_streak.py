"""xp.evaluate_streak against an independent model, over random policies and histories."""

from __future__ import annotations

import itertools
import json
import math
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

START = date(2026, 1, 1)


def half_away(value: Fraction) -> int:
    """Round half away from zero; XP is never negative here."""
    return math.floor(value + Fraction(1, 2))


def number(value: object) -> Fraction:
    """Read a JSON number exactly."""
    return Fraction(str(value))


class Model:
    """The rules of the specification, written down a second time, in Python."""

    def __init__(self, policy: dict) -> None:
        self.policy = policy
        self.kind = policy["streakModel"]["type"]
        self.parameters = policy["streakModel"]["parameters"]

    def claim(
        self, prior: dict | None, day: date, at: datetime, season: tuple[date, date] | None
    ) -> dict:
        """Return the streak after a claim, and its award."""
        state = (
            dict(prior)
            if prior
            else {"current": 0, "longest": 0, "grace": 0, "last": None, "claimed": []}
        )
        award = {"multiplier": Fraction(0), "bonus": 0, "xp": 0, "graced": False, "hits": []}
        last = state["last"]
        if last is not None and day <= last:
            return state | award
        self.advance(state, award, day, season)
        factor = self.model(state, award)
        self.pay(state, award, factor, at)
        state["longest"] = max(state["longest"], state["current"])
        state["last"] = day
        return state | award

    def advance(
        self, state: dict, award: dict, day: date, season: tuple[date, date] | None
    ) -> None:
        """Rules 1 to 3."""
        last = state["last"]
        missed = 0 if last is None else (day - last).days - 1
        grace = self.policy["grace"]
        seasonal = self.kind == "TieredSeasonalReset" and season is not None and last is not None
        if last is None or (seasonal and (last <= season[1] < day or last < season[0] <= day)):
            state["current"], state["grace"] = 1, 0
        elif missed == 0:
            state["current"] += 1
        elif state["grace"] + missed <= grace["allowedMisses"] and missed <= grace["windowDays"]:
            state["current"] += 1
            state["grace"] += missed
            award["graced"] = True
        elif self.kind == "DecayCurve":
            for _ in range(missed):
                state["current"] = math.floor(
                    state["current"] * (1 - number(self.parameters["decayPercent"]))
                )
            state["current"] = max(state["current"], 1)
        else:
            state["current"], state["grace"] = 1, 0

    def model(self, state: dict, award: dict) -> Fraction:
        """Rule 4; returns the model's factor."""
        if self.kind == "PlateauCap" and state["current"] >= self.parameters["plateauDay"]:
            state["current"] = self.parameters["plateauDay"]
            return number(self.parameters["plateauMultiplier"])
        if self.kind == "WeeklyCycleReset":
            while state["current"] > 7:
                state["current"] -= 7
        if self.kind == "TieredSeasonalReset":
            for tier in self.parameters["tiers"]:
                if tier["startDay"] <= state["current"] <= tier["endDay"]:
                    return number(tier["bonusMultiplier"])
        if self.kind == "MilestoneMetaReward" and state["current"] not in state["claimed"]:
            award["hits"] = [
                m for m in self.parameters["milestones"] if m["day"] == state["current"]
            ]
            if award["hits"]:
                state["claimed"] = [*state["claimed"], state["current"]]
        return Fraction(1)

    def pay(self, state: dict, award: dict, factor: Fraction, at: datetime) -> None:
        """Rule 5."""
        entry = [c for c in self.policy["streakCurve"] if c["dayIndex"] <= state["current"] - 1][-1]
        factor *= number(entry["multiplier"])
        for boost in self.policy["seasonalBoosts"]:
            if (
                datetime.fromisoformat(boost["startUtc"])
                <= at
                < datetime.fromisoformat(boost["endUtc"])
            ):
                factor *= number(boost["multiplier"])
        award["multiplier"], award["bonus"] = factor, entry["additiveBonusXp"]
        award["xp"] = half_away(number(self.policy["baseXp"]) * factor) + award["bonus"]
        if "xpCap" in self.policy:
            award["xp"] = min(award["xp"], self.policy["xpCap"])


decimals = st.integers(0, 400).map(lambda n: n / 100)


@st.composite
def models(draw: st.DrawFn) -> dict:
    """Draw a streak model with its parameters."""
    kind = draw(
        st.sampled_from(
            [
                "PlateauCap",
                "WeeklyCycleReset",
                "DecayCurve",
                "TieredSeasonalReset",
                "MilestoneMetaReward",
            ]
        )
    )
    if kind == "PlateauCap":
        parameters = {
            "plateauDay": draw(st.integers(1, 8)),
            "plateauMultiplier": round(draw(decimals) + 0.01, 2),
        }
    elif kind == "DecayCurve":
        parameters = {
            "decayPercent": draw(st.integers(0, 100)) / 100,
            "graceDay": draw(st.integers(0, 3)),
        }
    elif kind == "TieredSeasonalReset":
        edges = sorted(draw(st.sets(st.integers(1, 14), min_size=2, max_size=5)))
        parameters = {
            "tiers": [
                {"startDay": a, "endDay": b - 1, "bonusMultiplier": draw(decimals)}
                for a, b in itertools.pairwise(edges)
            ]
        }
    elif kind == "MilestoneMetaReward":
        parameters = {
            "milestones": [
                {"day": day, "rewardType": "badge", "rewardValue": day}
                for day in draw(st.lists(st.integers(1, 10), unique=True, max_size=4))
            ]
        }
    else:
        parameters = {}
    return {"type": kind, "parameters": parameters}


@st.composite
def policies(draw: st.DrawFn) -> dict:
    """Draw a valid policy."""
    window = draw(st.integers(0, 4))
    instants = sorted(draw(st.sets(st.integers(0, 60 * 24), min_size=0, max_size=4)))
    boosts = [
        {
            "label": "boost",
            "multiplier": draw(decimals),
            "startUtc": (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=a)).isoformat(),
            "endUtc": (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=b)).isoformat(),
        }
        for a, b in list(itertools.pairwise(instants))[::2]
    ]
    policy = {
        "baseXp": draw(st.one_of(st.integers(1, 500), st.integers(1, 5000).map(lambda n: n / 10))),
        "streakCurve": [
            {
                "dayIndex": i,
                "multiplier": draw(decimals),
                "additiveBonusXp": draw(st.integers(0, 50)),
            }
            for i in range(draw(st.integers(1, 9)))
        ],
        "grace": {"allowedMisses": draw(st.integers(0, window)), "windowDays": window},
        "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "FIXED_UTC"},
        "streakModel": draw(models()),
        "seasonalBoosts": boosts,
    }
    if draw(st.booleans()):
        policy["xpCap"] = draw(st.integers(1, 1000))
    return policy


histories = st.lists(
    st.tuples(st.sampled_from([-2, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 9]), st.integers(0, 23)),
    min_size=1,
    max_size=14,
)
seasons = st.one_of(
    st.none(),
    st.tuples(st.integers(-3, 20), st.integers(0, 25)).map(
        lambda s: (START + timedelta(days=s[0]), START + timedelta(days=s[0] + s[1]))
    ),
)


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(policy=policies(), history=histories, season=seasons)
def test_every_history_evaluates_as_the_model_says(
    owner: psycopg.Connection,
    policy: dict,
    history: list[tuple[int, int]],
    season: tuple[date, date] | None,
) -> None:
    """Each claim of a random history under a random policy: all ten fields agree."""
    document = json.dumps(policy)
    assert owner.execute("select * from xp.validate_definition(%s)", [document]).fetchall() == []
    model, prior, raw, day = Model(policy), None, None, START
    for gap, hour in history:
        day += timedelta(days=gap)
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        expected = model.claim(prior, day, at, season)
        (outcome,) = owner.execute(
            "select to_jsonb(xp.evaluate_streak(%s, jsonb_populate_record(null::xp.streak_state, %s), %s, %s,"
            " case when %s then row(%s, %s)::xp.season_bounds end))",
            [document, raw, day, at, season is not None, *(season or (None, None))],
        ).fetchone()
        assert outcome["current_streak"] == expected["current"]
        assert outcome["longest_streak"] == expected["longest"]
        assert outcome["grace_used"] == expected["grace"]
        assert outcome["last_reward_day_id"] == expected["last"].isoformat()
        assert outcome["model_state"].get("claimedMilestones", []) == expected["claimed"]
        assert number(outcome["multiplier"]) == expected["multiplier"]
        assert outcome["additive_bonus_xp"] == expected["bonus"]
        assert outcome["xp"] == expected["xp"]
        assert outcome["grace_applied"] == expected["graced"]
        assert outcome["milestone_hits"] == expected["hits"]
        prior = {key: expected[key] for key in ("current", "longest", "grace", "last", "claimed")}
        raw = json.dumps(outcome)
