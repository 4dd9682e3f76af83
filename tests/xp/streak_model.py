"""The rules of docs/xp.md, "Streak evaluation", written down a second time, in Python."""

from __future__ import annotations

import math
from datetime import date, datetime, timedelta
from fractions import Fraction

STATE = ("current", "longest", "grace", "last", "claimed", "freezes", "refill")


def model_state(state: dict) -> dict:
    """Return what the stored streak keeps beside its four fields."""
    kept = {
        "claimedMilestones": state["claimed"] or None,
        "freezes": state["freezes"],
        "lastRefill": state["refill"] and state["refill"].isoformat(),
    }
    return {key: value for key, value in kept.items() if value is not None}


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
        self,
        prior: dict | None,
        day: date,
        at: datetime,
        season: tuple[date, date] | None,
        excused: frozenset[date] = frozenset(),
    ) -> dict:
        """Return the streak after a claim, and its award."""
        state = (
            dict(prior)
            if prior
            else {"current": 0, "longest": 0, "grace": 0, "last": None, "claimed": []}
        )
        state = {"freezes": None, "refill": None} | state
        award = {"multiplier": Fraction(0), "bonus": 0, "xp": 0, "graced": False, "hits": []}
        last = state["last"]
        if last is not None and day <= last:
            return state | award
        self.advance(state, award, day, season, excused)
        factor = self.model(state, award)
        self.pay(state, award, factor, at)
        state["longest"] = max(state["longest"], state["current"])
        state["last"] = day
        return state | award

    def missed(self, last: date | None, day: date, excused: frozenset[date]) -> int:
        """Count the days between that nobody excused."""
        between = () if last is None else range(1, (day - last).days)
        return sum(last + timedelta(days=n) not in excused for n in between if last)

    def advance(
        self,
        state: dict,
        award: dict,
        day: date,
        season: tuple[date, date] | None,
        excused: frozenset[date],
    ) -> None:
        """Rules 1 to 3, after what is full again and what is held too much."""
        last, grace = state["last"], self.policy["grace"]
        missed = self.missed(last, day, excused)
        every = grace.get("refillEveryDays")
        if every is not None:
            if state["refill"] is not None and (day - state["refill"]).days >= every:
                state["grace"], state["refill"] = 0, None
            state["refill"] = state["refill"] or day
        usable = 0
        if "freezes" in self.policy and state["freezes"] is not None:
            state["freezes"] = min(state["freezes"], self.policy["freezes"]["maxHeld"])
            usable = min(state["freezes"], self.policy["freezes"]["maxPerGap"], missed)
        left = missed - usable
        seasonal = self.kind == "TieredSeasonalReset" and season is not None and last is not None
        begins = last is None or (
            seasonal and season is not None and (last <= season[1] < day or last < season[0] <= day)
        )
        if not begins and left == 0:
            state["current"] += 1
        elif (
            not begins
            and state["grace"] + left <= grace["allowedMisses"]
            and left <= grace["windowDays"]
        ):
            state["current"] += 1
            state["grace"] += left
            award["graced"] = True
        elif not begins and self.kind == "DecayCurve":
            for _ in range(left):
                state["current"] = math.floor(
                    state["current"] * (1 - number(self.parameters["decayPercent"]))
                )
            state["current"] = max(state["current"], 1)
        else:
            state["current"], state["grace"], usable = 1, 0, 0
            state["refill"] = day if every is not None else state["refill"]
        if usable:
            state["freezes"] -= usable

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
