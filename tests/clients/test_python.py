"""The Python client: built, type-checked and run; errors, tries and followers."""

from __future__ import annotations

import asyncio
import os
import random
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from gamekeeper import (
    AsyncGamekeeper,
    AsyncKept,
    Caller,
    Follower,
    Gamekeeper,
    Gap,
    Kept,
    api,
    follow,
)
from gamekeeper.runtime import Calls, Function

from runner import ROOT, snippets

EVENING = ROOT / "tests" / "clients" / "evening.py"


def test_a_program_of_a_client_developer_is_type_checked() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(EVENING)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ('"daily", key).xp', '"daily", "key").xp'),
        ('{"type": "PlaceBet", "amount": 5}', '{"type": "PlaceBet"}'),
        ('"claimWindow": {"startLocalTime"', '"claimWindow": {"start"'),
        ("Decimal(1000)", "1000.0"),
    ],
)
def test_a_wrong_program_is_refused_by_the_type_checker(
    right: str, wrong: str, tmp_path: Path
) -> None:
    text = EVENING.read_text()
    assert right in text
    program = tmp_path / "wrong.py"
    program.write_text(text.replace(right, wrong))
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(program)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert re.search(r"Found [12] errors? in 1 file", done.stdout), done.stdout


def test_the_program_plays_against_a_server(fresh_database: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", str(EVENING)],
        env=snippets.environment(fresh_database),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "[100, 100]",
        "NOT_FOUND 404 {'policyKey': 'weekly'}",
        "Evaluating True True",
        "same bid True",
        "card True",
        "log True True",
    ], done.stderr


def test_the_package_is_built_with_its_types(tmp_path: Path) -> None:
    source = tmp_path / "source"
    shutil.copytree(ROOT / "clients" / "python", source)
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--disable-pip-version-check",
         "--wheel-dir", str(tmp_path), str(source)],
        check=True,
        capture_output=True,
    )  # fmt: skip
    (wheel,) = tmp_path.glob("gamekeeper_client-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {
        f"gamekeeper/{name}" for name in ("api.py", "runtime.py", "feeds.py", "py.typed")
    } <= set(names)


# Tries ----------------------------------------------------------------------------------------


class Losing:
    """Lends connections; after the commit of some calls the answer is lost, as when the network breaks."""

    def __init__(self, conninfo: str, losses: int) -> None:
        self.conninfo = conninfo
        self.losses = losses

    @contextmanager
    def __call__(self) -> Iterator[psycopg.Connection[Any]]:
        with psycopg.connect(self.conninfo) as conn:
            yield conn
        if self.losses:
            self.losses -= 1
            raise psycopg.OperationalError("the answer is lost")


@pytest.fixture
def player(database: str) -> tuple[str, Caller]:
    return database, Caller.user(uuid4())


def test_a_call_whose_answer_was_lost_is_sent_again_with_the_same_key(
    player: tuple[str, Caller], owner: psycopg.Connection
) -> None:
    conninfo, caller = player
    db = Gamekeeper(Losing(conninfo, 3), caller)
    wallet = db.slots.create_wallet("AUD", 100)  # type: ignore[arg-type]  # an int is as good
    rows = owner.execute(
        "select wallet_id from slots.wallets where owner_id = %s", [caller.claims["sub"]]
    ).fetchall()
    assert rows == [(wallet.wallet_id,)]


def test_a_call_is_given_up_after_the_tries_that_were_asked_for(player: tuple[str, Caller]) -> None:
    conninfo, caller = player
    losing = Losing(conninfo, 10)
    with pytest.raises(psycopg.OperationalError, match="the answer is lost"):
        Gamekeeper(losing, caller, tries=2).core.version()
    assert losing.losses == 8


def test_a_move_without_its_index_is_not_sent_again(player: tuple[str, Caller]) -> None:
    conninfo, caller = player
    function = Function("cards.place_bid", {"expected_index": ("integer", "base", True)}, None, many=False, repeat="index", key="expected_index")  # fmt: skip
    assert not function.may_repeat({})
    assert function.may_repeat({"expected_index": 3})
    losing = Losing(conninfo, 2)
    db = Gamekeeper(losing, caller)
    with pytest.raises(api.NotFound):
        db.cards.place_bid(uuid4(), 1)
    assert losing.losses == 2, "what was refused is not lost"


BEHIND = """
create or replace function core.followed_definitions()
returns table (is_shard boolean, is_followed boolean, written_at timestamptz, is_behind boolean)
language sql stable as 'select false, false, now(), %s'"""


def test_a_call_that_is_told_to_come_later_is_sent_again_if_that_is_safe(
    player: tuple[str, Caller], owner: psycopg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As often as was asked for, without a map too: so a router answers whose shard is away."""
    conninfo, caller = player
    waits = []

    def let_it_come(attempt: int) -> float:
        waits.append(attempt)
        if attempt == 1:
            owner.execute((BEHIND % "false").encode())
        return 0

    async def ask_async() -> None:
        connections = AsyncKept(conninfo)
        try:
            await AsyncGamekeeper(connections, caller).slots.create_session(uuid4())
        finally:
            await connections.close()

    monkeypatch.setattr("gamekeeper.runtime.seconds_before", let_it_come)
    row = owner.execute(
        "select pg_get_functiondef('core.followed_definitions()'::regprocedure)"
    ).fetchone()
    assert row
    connections = Kept(conninfo)
    calls: tuple[Callable[[], object], ...] = (
        lambda: Gamekeeper(connections, caller).slots.create_session(uuid4()),
        lambda: asyncio.run(ask_async()),
    )
    keyless = Function("slots.create_session", {"game_id": ("uuid", "base", False)}, None, many=False, repeat="key", key="never")  # fmt: skip
    try:
        for call in calls:
            owner.execute((BEHIND % "true").encode())
            with pytest.raises(api.NotFound):
                call()
        assert waits == [0, 1, 0, 1]
        owner.execute((BEHIND % "true").encode())
        with pytest.raises(api.RetryLater):
            Gamekeeper(connections, caller, tries=2).slots.create_session(uuid4())
        with pytest.raises(api.RetryLater):
            Calls(connections, caller, api.ERRORS, 5).call(keyless, {"game_id": uuid4()})
        assert waits == [0, 1, 0, 1, 0]
    finally:
        owner.execute(row[0].encode())
        connections.close()


def test_a_connection_that_the_server_ends_is_opened_again(
    player: tuple[str, Caller], owner: psycopg.Connection
) -> None:
    conninfo, caller = player
    connections = Kept(conninfo)
    db = Gamekeeper(connections, caller)
    db.core.version()
    assert connections.connection
    first = connections.connection.info.backend_pid
    owner.execute("select pg_terminate_backend(%s, 10000)", [first])
    db.core.version()
    assert connections.connection.info.backend_pid != first
    connections.close()


def test_each_code_of_the_catalog_has_its_class(owner: psycopg.Connection) -> None:
    rows = owner.execute("select sqlstate, code, http_status from core.errors").fetchall()
    assert rows
    assert {(state, kind.code, kind.http_status) for state, kind in api.ERRORS.items()} == set(rows)


# Feeds ----------------------------------------------------------------------------------------


class Feed:
    """A feed of numbers up to an end, read by pages."""

    def __init__(self, end: int = 0, begin: int = 1) -> None:
        self.end = end
        self.begin = begin
        self.pages = 0

    def page(self, after: int) -> list[int]:
        self.pages += 1
        return list(range(max(after + 1, self.begin), self.end + 1))[:100]

    def follower(self, last: int = 0) -> Follower[int]:
        return Follower(last, lambda event: event, self.page)


def shown(feed: Feed, *arrivals: int | None) -> list[int]:
    """Return what is shown when messages arrive; each was sent when the feed had got that far."""
    found = []
    follower = feed.follower()
    for arrival in arrivals:
        feed.end = max(feed.end, arrival or 0)
        found += list(follower.look() if arrival is None else follower.arrived(arrival))
    return found


@pytest.mark.parametrize(
    ("arrivals", "end"),
    [
        ((9, *range(1, 9)), 9),  # 9 comes live while the page 1 to 8 is on its way
        ((*range(1, 101), 151), 151),  # 150 were missed, a page holds 100
        ((*range(1, 10), 11), 11),  # 10 is lost while subscriptions are renewed
        ((1, 1, 2, 2, 1, 3), 3),
        ((3, 2, 1, 4), 4),
        ((None, 5, None), 5),
    ],
)
def test_a_follower_shows_each_event_once_and_in_order(
    arrivals: tuple[int | None, ...], end: int
) -> None:
    assert shown(Feed(), *arrivals) == list(range(1, end + 1))


def test_a_follower_is_exact_whatever_happens_to_messages() -> None:
    for seed in range(200):
        chance = random.Random(seed)
        messages: list[int | None] = [
            n for n in range(1, 300) for _ in range(chance.choice((0, 1, 1, 2)))
        ]
        for _ in range(chance.randrange(40)):
            at = chance.randrange(len(messages))
            messages.insert(max(0, at - chance.randrange(30)), messages.pop(at))
        assert shown(Feed(), *messages, 300, None) == list(range(1, 301)), seed


def test_messages_in_order_ask_for_no_page() -> None:
    feed = Feed()
    assert shown(feed, *range(1, 50)) == list(range(1, 50))
    assert feed.pages == 0


def test_a_follower_says_when_the_feed_has_lost_what_comes_next() -> None:
    feed = Feed(end=20, begin=11)
    with pytest.raises(Gap) as caught:
        list(follow(feed.follower(5), []))
    assert (caught.value.last, caught.value.first) == (5, 11)


def test_mypy_and_the_program_use_the_client_of_this_repository() -> None:
    assert Path(api.__file__).is_relative_to(ROOT / "clients" / "python")
    assert os.access(EVENING, os.R_OK)
