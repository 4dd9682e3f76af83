"""xp.evaluate_streak against an independent model, over random policies and histories.

GAMEKEEPER_XP_STREAKS=5000 scripts/test tests/xp/test_evaluate_streak.py tests/xp/test_streak_entries.py   looks at more.
"""

from __future__ import annotations

import itertools
import json
import os
from datetime import UTC, date, datetime, timedelta

import psycopg
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import chance
from tests.xp.streak_model import STATE, Model, model_state, number

START = date(2026, 1, 1)

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
        "grace": {"allowedMisses": draw(st.integers(0, window)), "windowDays": window}
        | draw(st.one_of(st.just({}), st.integers(1, 9).map(lambda n: {"refillEveryDays": n}))),
        "claimWindow": {"startLocalTime": "05:00", "durationHours": 24, "anchor": "FIXED_UTC"},
        "streakModel": draw(models()),
        "seasonalBoosts": boosts,
    }
    if draw(st.booleans()):
        policy["freezes"] = {
            "maxHeld": draw(st.integers(0, 4)),
            "maxPerGap": draw(st.integers(0, 3)),
        }
    if draw(st.booleans()):
        policy["xpCap"] = draw(st.integers(1, 1000))
    return policy


# The days since the last claim, the hour, the freezes given since, and which of the days between are excused.
histories = st.lists(
    st.tuples(
        st.sampled_from([-2, 0, 1, 1, 1, 1, 1, 1, 2, 2, 3, 4, 9]),
        st.integers(0, 23),
        st.sampled_from([0, 0, 0, 1, 2, 5]),
        st.sets(st.integers(-1, 9), max_size=3),
    ),
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
    max_examples=int(os.environ.get("GAMEKEEPER_XP_STREAKS", "400")),
    deadline=None,
    derandomize=not chance.IS_RANDOM,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(policy=policies(), history=histories, season=seasons)
def test_every_history_evaluates_as_the_model_says(
    owner: psycopg.Connection,
    policy: dict,
    history: list[tuple[int, int, int, set[int]]],
    season: tuple[date, date] | None,
) -> None:
    """Each claim of a random history under a random policy: all ten fields agree."""
    document = json.dumps(policy)
    assert owner.execute("select * from xp.validate_definition(%s)", [document]).fetchall() == []
    model, prior, raw, day = Model(policy), None, None, START
    for gap, hour, freezes, excused_gaps in history:
        excused = frozenset(day + timedelta(days=n) for n in excused_gaps)
        day += timedelta(days=gap)
        if freezes and prior and raw:
            prior["freezes"] = (prior["freezes"] or 0) + freezes
            state = json.loads(raw)
            state["model_state"]["freezes"] = prior["freezes"]
            raw = json.dumps(state)
        at = datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        expected = model.claim(prior, day, at, season, excused)
        (outcome,) = owner.execute(
            "select to_jsonb(xp.evaluate_streak(%s, jsonb_populate_record(null::xp.streak_state, %s), %s, %s,"
            " case when %s then row(%s, %s)::xp.season_bounds end, %s::date[]))",
            [
                document,
                raw,
                day,
                at,
                season is not None,
                *(season or (None, None)),
                sorted(excused),
            ],
        ).fetchone()
        assert outcome["current_streak"] == expected["current"]
        assert outcome["longest_streak"] == expected["longest"]
        assert outcome["grace_used"] == expected["grace"]
        assert outcome["last_reward_day_id"] == expected["last"].isoformat()
        assert outcome["model_state"] == model_state(expected)
        assert number(outcome["multiplier"]) == expected["multiplier"]
        assert outcome["additive_bonus_xp"] == expected["bonus"]
        assert outcome["xp"] == expected["xp"]
        assert outcome["grace_applied"] == expected["graced"]
        assert outcome["milestone_hits"] == expected["hits"]
        prior = {key: expected[key] for key in STATE}
        raw = json.dumps(outcome)
