"""Calls on several connections: all at one instant, or one that waits for what another holds."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

import psycopg

SECONDS = 120


def at_once(calls: Iterable[Callable[[], object]]) -> list[Any]:
    """Run every call in a thread of its own, none before all are ready.

    The outcome of a call is what it returned, or the SQLSTATE that the database refused it with.
    """
    waiting = list(calls)
    barrier = threading.Barrier(len(waiting))

    def run(call: Callable[[], object]) -> object:
        barrier.wait(timeout=SECONDS)
        try:
            return call()
        except psycopg.Error as error:
            return error.sqlstate or repr(error)

    with ThreadPoolExecutor(len(waiting)) as pool:
        return list(pool.map(run, waiting))


def row(
    connection: psycopg.Connection, query: str, values: Sequence[object] = ()
) -> Callable[[], object]:
    """Return a call that gives the first row of a query; None where it has none."""

    def call() -> object:
        cursor = connection.execute(query.encode(), values or None)
        return cursor.fetchone() if cursor.description else None

    return call


def wait_until_blocked(
    watcher: psycopg.Connection, blocked: psycopg.Connection, call: Future[Any]
) -> None:
    """Return once a call that runs on a connection waits for a lock that another one holds."""
    end = time.monotonic() + SECONDS
    blocking = "select cardinality(pg_blocking_pids(%s)) > 0"
    while watcher.execute(blocking, [blocked.info.backend_pid]).fetchone() != (True,):
        assert not call.done(), f"the call did not wait: {call.exception() or call.result()}"
        assert time.monotonic() < end, "the call neither waits for a lock nor ends"
        time.sleep(0.01)
