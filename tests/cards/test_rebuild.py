"""Lifetime statistics are written anew in batches: whoever's agree waits for nothing, and nothing is lost beside play."""

from __future__ import annotations

import functools
import itertools
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg
import pytest
from tests.cards.test_statistics import compare

Connect = Callable[..., psycopg.Connection[Any]]
GAMES = 6
PLAY = "select cards.simulate_game(%s, %s)"
WRECK = (
    "update cards.game_players set score = 0, career_index = career_index + 1 where not is_live",
    "update cards.player_lifetime_stats set games_played = 77, most_consecutive_wins = 9",
)


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own, in which bots have careers and have played."""
    opened = functools.partial(connect, conninfo=fresh_database)
    conn = opened()
    conn.execute(
        "update core.settings set value = 'true' where name = 'cards.bots_have_lifetime_stats'"
    )
    for number in range(GAMES):
        conn.execute(PLAY, [2 + number % 3, f"{number}"])
    return opened


def wreck(conn: psycopg.Connection[Any]) -> None:
    """Make every result and every career wrong."""
    for statement in WRECK:
        conn.execute(statement.encode())


def test_batches_mend_every_result_and_every_career(connect: Connect) -> None:
    owner, service = connect(), connect(role="service_role")
    kept = "select * from cards.player_lifetime_stats order by player_id"
    results = "select * from cards.game_players order by game_id, player_id"
    before = [owner.execute(table.encode()).fetchall() for table in (kept, results)]
    wreck(owner)
    owner.execute(
        "delete from cards.player_lifetime_stats where player_id ="
        " (select player_id from cards.player_lifetime_stats order by player_id limit 1)"
    )
    told: list[str] = []
    service.add_notice_handler(lambda notice: told.append(notice.message_primary or ""))
    service.execute("call cards.rebuild_statistics()")
    assert [owner.execute(table.encode()).fetchall() for table in (kept, results)] == before
    assert [line.split(" ")[0] for line in told] == ["results", "statistics"]
    assert len(compare(owner)) == GAMES


def test_batches_of_one_come_to_the_same_end(connect: Connect) -> None:
    """Each batch begins after the last one's end, and leaves out nobody."""
    owner, service = connect(), connect(role="service_role")
    wreck(owner)
    steps = 0
    for function in ("rebuild_results", "rebuild_careers"):
        last = None
        while True:
            row = service.execute(
                f"select cards.{function}(%s::uuid, 1)".encode(), [last]
            ).fetchone()
            assert row is not None
            if row[0] is None:
                break
            last, steps = row[0], steps + 1
    players = owner.execute("select count(*) from cards.players").fetchone()
    assert players is not None
    assert steps == GAMES + players[0]
    compare(owner)


def test_whose_statistics_agree_waits_for_nothing(connect: Connect) -> None:
    """A game of others completes beside an open rebuild; one of the player who is mended waits for it."""
    owner, service = connect(), connect(role="service_role")
    owner.execute(
        "update cards.player_lifetime_stats set games_played = 77 where player_id ="
        " (select p.player_id from cards.game_players as p group by p.player_id order by count(*), p.player_id limit 1)"
    )
    service.execute("set lock_timeout = '1ms'")
    keeper = connect(role="service_role", autocommit=False)
    keeper.execute("select cards.rebuild_lifetime_stats()")
    service.execute(PLAY, [2, "beside it"])
    with pytest.raises(psycopg.errors.LockNotAvailable):
        service.execute(PLAY, [4, "with the player"])
    keeper.commit()
    assert len(compare(owner)) == GAMES + 1


def test_nothing_is_lost_or_doubled_beside_games_that_end(connect: Connect) -> None:
    """Games of the same players end all the time while results and careers of all are mended."""
    owner, service = connect(), connect(role="service_role")
    wreck(owner)
    playing = [connect(role="service_role") for _ in range(2)]
    numbers = itertools.count(1000)
    rebuilding = threading.Event()
    rebuilding.set()

    def play(conn: psycopg.Connection[Any]) -> int:
        done = 0
        while rebuilding.is_set() or done < 2:
            conn.execute(PLAY, [2 + done % 3, f"{next(numbers)}"])
            done += 1
        return done

    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(play, conn) for conn in playing]
        try:
            service.execute("call cards.rebuild_statistics()")
        finally:
            rebuilding.clear()
        played = sum(future.result() for future in futures)
    service.execute("call cards.rebuild_statistics()")
    row = owner.execute("select count(*) from cards.games").fetchone()
    assert row == (GAMES + played,)
    sums = owner.execute(
        "select count(*) from cards.player_lifetime_stats as s where s.games_played <>"
        " (select count(*) from cards.game_players as p where p.player_id = s.player_id and not p.is_live)"
    ).fetchone()
    assert sums == (0,)
    assert owner.execute(
        "select count(*) from cards.games as g cross join lateral cards.verify_game(g.id)"
    ).fetchone() == (0,)
