"""Servers of a cluster that are killed as a crash would, and come back."""

from __future__ import annotations

import os
import signal
import time

import psycopg

from runner import Problem
from sharding import clusters

PATIENCE = 60


def kill(name: str) -> None:
    """Kill the postmaster of a server that this test has started."""
    pid = int((clusters.member(name).data / "postmaster.pid").read_text().splitlines()[0])
    os.kill(pid, signal.SIGKILL)


def bring_back(name: str) -> None:
    """Start a killed server again, as soon as the last of its processes has gone."""
    own, end = clusters.member(name), time.monotonic() + PATIENCE
    while True:
        try:
            own.start_again()
        except Problem:
            if time.monotonic() > end:
                raise
            time.sleep(0.2)
        else:
            return


def is_lost(error: BaseException) -> bool:
    """Tell whether a call failed since its server went away or is not back yet."""
    while error.__cause__ is not None and not isinstance(error, psycopg.Error):
        error = error.__cause__
    if isinstance(error, psycopg.OperationalError):
        return error.sqlstate is None or error.sqlstate[:2] in ("08", "57")
    return isinstance(error, psycopg.InterfaceError)
