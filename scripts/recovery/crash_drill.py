"""The drill of crashes: the server and its processes are killed while clients play, and nothing they were told is lost."""

import contextlib
import os
import random
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console

from recovery import checks, clusters, load, training
from recovery.report import Report, percentile
from runner import Problem
from runner import server as servers
from runner.server import Cluster, Server


@dataclass(frozen=True)
class Size:
    """How long a drill of the load is."""

    kills: int
    backend_kills: int
    calls: int  # answered between two kills
    hands: int


SHORT = Size(kills=2, backend_kills=2, calls=60, hands=4)
LONG = Size(kills=8, backend_kills=60, calls=500, hands=12)


def run(size: Size, console: Console, **settings: str) -> Report:
    """Kill in random order, and compare at the end."""
    report = Report("crash", Report.now())
    with clusters.scratch("crash") as own, console.status("starting") as status:
        server = clusters.start_deployed(own, **settings)
        journal = load.Journal()
        deeds: list[Callable[[], None]] = [lambda: kill_server(own, server)] * size.kills
        deeds += [lambda: kill_backend(server)] * size.backend_kills
        random.shuffle(deeds)
        with server.connect() as conn:
            trainer = training.Trainer(conn)
        with load.playing(server.conninfo, size.hands, journal):
            for number, deed in enumerate(deeds, 1):
                load.more_calls(journal, size.calls)
                with server.connect() as conn:
                    trainer.tell(conn)
                load.more_calls(journal, size.hands)  # answered after all that the trainer wrote
                deed()
                report.events.append((time.monotonic() - journal.begun, f"kill {number}"))
                status.update(
                    f"kill {number} of {len(deeds)}, {len(journal.entries)} calls answered"
                )
            load.more_calls(journal, size.calls)
        judge(report, server, journal)
        with server.connect() as conn:
            report.extend([trainer.check(conn)])
        report.figures |= {
            "kills of the server": size.kills,
            "kills of a backend": size.backend_kills,
        }
    return report


def judge(report: Report, server: Server, journal: load.Journal) -> None:
    """Compare the journal with the database, verify the books, and count."""
    clusters.wait_for(server, "select not pg_is_in_recovery()", 120, "the recovery")
    with server.connect() as conn:
        report.extend(load.compare(conn, journal))
        report.extend(checks.books(conn))
    report.calls = journal.calls
    took = [milliseconds for _, milliseconds in journal.calls]
    report.figures |= {
        "calls acknowledged": len(journal.entries),
        "connections lost": journal.lost,
        "refused": journal.refused or "none",
        "median, 99 %, longest (ms)": f"{percentile(took, 0.5):.1f}, {percentile(took, 0.99):.1f}, {max(took):.0f}",
    }


def kill_server(own: Cluster, server: Server) -> None:
    """Kill the postmaster and all its processes with a signal that none can catch; start the server again."""
    kill_all(own)
    own.start_again()
    clusters.wait_for(server, "select true", 120, "the recovery")


def kill_all(own: Cluster) -> None:
    """Kill the postmaster and all its processes, and wait until they are gone."""
    postmaster = int((own.data / "postmaster.pid").read_text().splitlines()[0])
    family = [postmaster, *children(postmaster)]
    for pid in family:
        kill(pid)
    # A dead process that its parent has not buried yet counts for Postgres as alive.
    end = time.monotonic() + 60
    while any(Path(f"/proc/{pid}").exists() for pid in family):
        if time.monotonic() > end:
            raise Problem(f"the killed processes {family} are still there")
        time.sleep(0.02)


def children(pid: int) -> list[int]:
    """Return the processes that a process has started."""
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text()
    return [int(one) for one in text.split()]


def kill_backend(server: Server) -> None:
    """Kill the process of one client; the server ends all others and recovers by itself."""
    clusters.wait_for(server, "select true", 120, "the recovery")
    with server.connect("postgres") as conn:
        row = conn.execute(
            "select pid from pg_stat_activity where backend_type = 'client backend' and datname = %s"
            " order by random() limit 1",
            [servers.DATABASE],
        ).fetchone()
    if row:
        kill(row[0])


def kill(pid: int) -> None:
    """Kill a process that is ours; it may be gone already."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)
