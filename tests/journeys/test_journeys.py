"""The journeys of tests/journeys/journeys.py have the same answers on one machine and on three shards behind the Python client.

What is drawn by chance or is told by a clock is masked; an id is known by the place where it came up first, so that an
answer that has the id of something else is another answer.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from gamekeeper import Caller, GamekeeperError, Kept, api
from gamekeeper.runtime import BECOME, Calls, Function
from psycopg.rows import dict_row
from tests.clients.platforms import Platform, platform_of, routed, sign_up
from tests.journeys.journeys import ADVENTURE, GAME, JOURNEYS, PEOPLE

FUNCTIONS = [found for found in vars(api).values() if isinstance(found, Function)]
SHARDS = {"ana": "s1", "ben": "s2", "cleo": "s3"}
POLICY = {
    "baseXp": 100,
    "streakCurve": [{"dayIndex": 0, "multiplier": 1}],
    "grace": {"allowedMisses": 1, "windowDays": 1},
    "claimWindow": {"startLocalTime": "00:00", "durationHours": 24, "anchor": "ANCHOR_TIMEZONE"},
    "streakModel": {"type": "WeeklyCycleReset"},
    "freezes": {"maxHeld": 2, "maxPerGap": 1},
}


def described(name: str, given: Mapping[str, Any]) -> Function:
    """Return the description of a function that takes these arguments."""
    return next(f for f in FUNCTIONS if f.name == name and given.keys() <= f.arguments.keys())


def plain(value: Any) -> Any:
    """Return an answer as JSON has it."""
    if is_dataclass(value):
        names = [name for name in value.__dataclass_fields__ if not name.startswith("_")]
        return {name.rstrip("_"): plain(getattr(value, name)) for name in names}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, Decimal):
        return float(value)
    return (
        value.hex()
        if isinstance(value, bytes)
        else str(value)
        if isinstance(value, UUID)
        else value
    )


def refusal(code: str, message: str | None, detail: Any, hint: str | None) -> dict[str, Any]:
    """Return a refusal as an answer."""
    return {"error": code, "message": message, "detail": detail, "hint": hint}


# Masks ------------------------------------------------------------------------------------------

ID = re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
DIGEST = re.compile(r"\b[0-9a-f]{32,}\b")
INSTANT = re.compile(r"\b\d{4}-\d{2}-\d{2}[T ][\d:.]+(?:Z|[+-][\d:]+)?")
DAY = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
CODES = {"join_code", "code"}
NUMBERS = {"user_id", "userId"}  # of xp: they carry slots
# What chance decides, and how long something took.
DRAWN = {
    "hand", "legalMoves", "legal_moves", "trumpSuit", "trumpCard", "trumpBroken", "trick", "bids",
    "results", "expected_results", "total", "modified_total", "margin", "success", "outcome", "expected_outcome",
    "animation_seed", "expected_animation_seed", "score", "totalTricksWon", "isWinner",
    "longestWinStreak", "longestLossStreak", "decided_in", "playing_for", "ledger_id", "void_game",
}  # fmt: skip


@dataclass
class Masks:
    """Names for what differs from run to run."""

    names: dict[str, str] = field(default_factory=dict)

    def name(self, kind: str, value: str) -> str:
        """Return the name of an id, given where it comes up first."""
        return self.names.setdefault(value.lower(), f"{kind} {len(self.names) + 1}")

    def text(self, value: str) -> str:
        """Return a text with names in it."""
        value = ID.sub(lambda found: self.name("id", found[0]), value)
        value = DIGEST.sub(lambda found: self.name("digest", found[0]), value)
        return DAY.sub("a day", INSTANT.sub("an instant", value))

    def masked(self, value: Any, key: str = "") -> Any:
        """Return an answer without what differs from run to run."""
        if key in DRAWN and value is not None:
            return "drawn"
        if isinstance(value, dict):
            found = {name: self.masked(one, name) for name, one in value.items()}
            return {self.text(name): one for name, one in found.items()}
        if isinstance(value, list):
            return [self.masked(one) for one in value]
        if isinstance(value, datetime | date):
            return "a time"
        if key in NUMBERS and isinstance(value, int):
            return self.name("number", str(value))
        if key in CODES and isinstance(value, str):
            return self.name("code", value)
        return self.text(value) if isinstance(value, str) else value


# Ways to call -----------------------------------------------------------------------------------


@dataclass
class Direct:
    """Calls functions over one connection, by plain SQL."""

    connection: psycopg.Connection[dict[str, Any]]
    refusals: list[tuple[str | None, ...]] = field(default_factory=list)  # as the server said them

    def ask(self, caller: Caller, name: str, arguments: Mapping[str, Any]) -> Any:
        """Make a call in a transaction of its own."""
        function = described(name, arguments)
        given = function.complete(arguments)
        query, values = function.statement(given), function.values(given)
        try:
            with self.connection.transaction():
                self.connection.execute(BECOME, [caller.role, json.dumps(caller.claims)])
                return plain(function.answer(self.connection.execute(query, values).fetchall()))
        except psycopg.Error as error:
            said = error.diag
            self.refusals.append(
                (error.sqlstate, said.message_primary, said.message_detail, said.message_hint)
            )
            kind = api.ERRORS.get(error.sqlstate or "")
            if kind is None:
                return {"error": error.sqlstate}
            detail = json.loads(said.message_detail or "{}")
            return refusal(kind.code, said.message_primary, detail, said.message_hint)


@dataclass
class Routed:
    """Calls functions through the Python client of a platform."""

    platform: Platform

    def __post_init__(self) -> None:
        self.shards = self.platform.shards()

    def ask(self, caller: Caller, name: str, arguments: Mapping[str, Any]) -> Any:
        """Make a call."""
        try:
            return plain(
                Calls(self.shards, caller, api.ERRORS, 5).call(
                    described(name, arguments), arguments
                )
            )
        except GamekeeperError as error:
            return refusal(error.code, str(error), error.detail, error.hint)
        except psycopg.Error as error:
            return {"error": error.sqlstate}


def travelled(
    call: Callable[[Caller, str, Mapping[str, Any]], Any],
    people: Mapping[str, UUID],
    ids: dict[str, Any],
) -> list[tuple[str, str, Any]]:
    """Go on all journeys; return who asked what, with the answer."""
    callers = {who: Caller.user(made) for who, made in people.items()}
    callers |= {"service": Caller.service(), "anon": Caller.anon()}
    told: list[tuple[str, str, Any]] = []

    def ask(who: str, name: str, /, **arguments: Any) -> Any:
        answer = call(callers[who], name, arguments)
        told.append((who, name, answer))
        return answer

    known = ids | {"people": people}
    for journey in JOURNEYS:
        told.append(("journey", journey.__name__, None))
        journey(ask, known)
    masks = Masks()
    for who in PEOPLE:
        masks.name("person", str(people[who]))
    return [(who, name, masks.masked(answer, name.split(".")[-1])) for who, name, answer in told]


def test_masks_keep_apart_what_is_not_the_same() -> None:
    masks = Masks()
    one, other = uuid4(), uuid4()
    here = masks.masked(
        plain({"id": one, "parts": {str(one): 1}, "text": f"of {one}", "hand": ["a"]})
    )
    assert here == {"id": "id 1", "parts": {"id 1": 1}, "text": "of id 1", "hand": "drawn"}
    assert masks.masked(plain({"id": other})) == {"id": "id 2"}
    assert Masks().masked({"at": datetime.now(UTC), "code": "ABC", "user_id": 5121}) == {
        "at": "a time",
        "code": "code 1",
        "user_id": "number 2",
    }
    assert Masks().masked({"amount": 1}) != Masks().masked({"amount": 2})


# The same platform twice ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def defined(test_databases: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """A database with definitions and nobody yet, and what they are called."""
    name = test_databases.clone()
    calls = Calls(
        kept := Kept(test_databases.server.conninfo(name)), Caller.service(), api.ERRORS, 1
    )

    def define(function: str, **arguments: Any) -> Any:
        return calls.call(described(function, arguments), arguments)

    game = define(
        "slots.create_game", name=GAME, rng_signature={"algorithm": "hmac-sha256", "reels": [["A"]]},
        symbol_map={"A": {"payouts": {"1": 0.9}}},
    )  # fmt: skip
    rule = define("xp.create_rule", policy_key="daily", definition=POLICY)
    define("xp.activate_rule", policy_key="daily", version=rule.version)
    define("xp.set_levels", levels=[0, 5, 1000])
    kept.close()
    # Around midnight another day may begin between two claims.
    zone = "Etc/UTC" if 2 <= datetime.now(UTC).hour < 22 else "Asia/Tokyo"
    yield name, {"game": game.game_id, "zone": zone}
    test_databases.drop(name)


def with_adventure(conninfo: str, people: Mapping[str, UUID]) -> dict[str, Any]:
    """Sign people up, and let one of them write and publish an adventure; return its id."""
    sign_up(conninfo, people)
    with psycopg.connect(conninfo) as connection:
        connection.execute(
            BECOME, ["authenticated", json.dumps(Caller.user(people["cleo"]).claims)]
        )
        row = connection.execute(
            "insert into sparc.adventures (creator_id, name) values (auth.uid(), %s) returning id",
            [ADVENTURE],
        ).fetchone()
        assert row
        connection.execute("select from sparc.publish_adventure(%s)", row)
    return {"adventure": row[0]}


@dataclass
class Evening:
    """What one machine answered, and each refusal as it said it."""

    told: list[tuple[str, str, Any]]
    refusals: list[tuple[str | None, ...]]

    def differences(self, told: list[tuple[str, str, Any]]) -> list[tuple[Any, Any]]:
        """Return where others answered otherwise."""
        assert [step[:2] for step in told] == [step[:2] for step in self.told]
        return [(here, there) for here, there in zip(self.told, told, strict=True) if here != there]


def on_one_machine(
    defined: tuple[str, dict[str, Any]], test_databases: Any, *, clients_can_abort: bool
) -> Evening:
    """Go on all journeys on one machine."""
    template, ids = defined
    one = test_databases.clone(template)
    conninfo = test_databases.server.conninfo(one)
    with psycopg.connect(conninfo) as owner:
        owner.execute(
            "select core.set_setting('core.clients_can_abort', %s)",
            [json.dumps(clients_can_abort)],
        )
    people = {who: uuid4() for who in PEOPLE}
    known = ids | with_adventure(conninfo, people)
    with psycopg.connect(conninfo, autocommit=True, row_factory=dict_row) as connection:
        direct = Direct(connection)
        told = travelled(direct.ask, people, known)
    test_databases.drop(one)
    called = {name for who, name, _ in told if who != "journey"}
    assert {name.split(".")[0] for name in called} == {"cards", "core", "slots", "sparc", "xp"}
    assert len(called) >= 60
    return Evening(told, direct.refusals)


def test_journeys_have_the_same_answers_on_three_shards(
    defined: tuple[str, dict[str, Any]], test_databases: Any
) -> None:
    evening = on_one_machine(defined, test_databases, clients_can_abort=True)
    template, ids = defined
    with platform_of(test_databases, 3, template) as platform:
        people = {who: platform.somebody(shard) for who, shard in SHARDS.items()}
        ids = ids | with_adventure(platform.servers["s1"], people)
        spread = travelled(Routed(platform).ask, people, ids)
    assert evening.differences(spread) == []


def test_journeys_have_the_same_answers_through_the_router(
    defined: tuple[str, dict[str, Any]], test_databases: Any
) -> None:
    """What a call through the router answers has happened, as where the backend commits whatever was returned.

    Every refusal has the same SQLSTATE, message, DETAIL and HINT too, but for ids and instants in them.
    """
    evening = on_one_machine(defined, test_databases, clients_can_abort=False)
    template, ids = defined
    with (
        platform_of(test_databases, 3, template) as platform,
        routed(test_databases, platform, template) as address,
        psycopg.connect(address, autocommit=True, row_factory=dict_row) as connection,
    ):
        people = {who: platform.somebody(shard) for who, shard in SHARDS.items()}
        ids = ids | with_adventure(platform.servers["s1"], people)
        direct = Direct(connection)
        told = travelled(direct.ask, people, ids)
    assert evening.differences(told)[:5] == []
    assert len(direct.refusals) > 20
    assert [masked(refused) for refused in direct.refusals] == [
        masked(refused) for refused in evening.refusals
    ]


def masked(refused: tuple[str | None, ...]) -> list[str | None]:
    """Return a refusal without what differs from run to run."""
    return [part and INSTANT.sub("an instant", ID.sub("an id", part)) for part in refused]
