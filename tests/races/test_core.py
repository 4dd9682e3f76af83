"""Core under many callers at once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg

CALLERS = 20


def test_rate_limit_lets_exactly_the_limit_pass(connect: Callable[..., psycopg.Connection]) -> None:
    """Of 20 calls at one instant under a limit of 10 exactly 10 pass, the others get KG007."""
    barrier = threading.Barrier(CALLERS)

    def call(_: int) -> str:
        with connect() as connection:
            barrier.wait(timeout=30)
            try:
                connection.execute(
                    "select core.rate_limit('race', 10, interval '1 minute', core.now_utc())"
                )
            except psycopg.Error as error:
                return error.sqlstate or "?"
            return "passed"

    with ThreadPoolExecutor(CALLERS) as pool:
        outcomes = list(pool.map(call, range(CALLERS)))
    assert outcomes.count("passed") == 10
    assert outcomes.count("KG007") == 10


def test_maintain_twice_at_once_runs_each_task_once(
    connect: Callable[..., psycopg.Connection],
) -> None:
    """A second core.maintain() skips the tasks that the first one holds, and waits for nothing."""
    with connect(autocommit=False) as first, connect() as second:
        first.execute("select task from core.maintain()")
        assert second.execute("select task from core.maintain()").fetchall() == []
        first.rollback()
        assert second.execute("select task from core.maintain()").fetchall() != []
