"""Core under many callers at once."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
from tests.connections import at_once, row

CALLERS = 20


def test_rate_limit_lets_exactly_the_limit_pass(connect: Callable[..., psycopg.Connection]) -> None:
    """Of 20 calls at one instant under a limit of 10 exactly 10 pass, the others get KG007."""
    limited = "select core.rate_limit('race', 10, interval '1 minute', core.now_utc())"
    outcomes = at_once(row(connect(), limited) for _ in range(CALLERS))
    assert outcomes.count("KG007") == CALLERS - 10
    assert len([o for o in outcomes if isinstance(o, tuple)]) == 10


def test_maintain_twice_at_once_runs_each_task_once(
    connect: Callable[..., psycopg.Connection],
) -> None:
    """A second core.maintain() skips the tasks that the first one holds, and waits for nothing."""
    with connect(autocommit=False) as first, connect() as second:
        first.execute("select task from core.maintain()")
        assert second.execute("select task from core.maintain()").fetchall() == []
        first.rollback()
        assert second.execute("select task from core.maintain()").fetchall() != []
