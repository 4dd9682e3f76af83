"""The soak: clients play for long while upkeep runs and checkpoints come, and nobody waits for long."""

import re
import time
from pathlib import Path

from rich.console import Console

from recovery import clusters, crash_drill, load
from recovery.report import Report
from runner.server import Connection

MOST_WAIT_MS = 250  # nobody who plays waits longer than this for a lock, whatever upkeep does
# Postgres notes a wait when it lasts as long as deadlock_timeout, and how long it was when it is over.
NOTED = {"log_lock_waits": "on", "deadlock_timeout": "200ms"}
WAITED = re.compile(r"process \d+ acquired \w+ on .* after ([\d.]+) ms")
UPKEEP_EVERY = 5.0


def run(
    seconds: float, hands: int, console: Console, *, most_wait: float | None, **settings: str
) -> Report:
    """Play for some seconds, with a round of upkeep every five, and judge.

    Where other programs keep the machine busy, a wait says nothing of ours: most_wait None only tells the longest.
    """
    report = Report("soak", Report.now())
    with clusters.scratch("soak") as own, console.status("starting") as status:
        server = clusters.start_deployed(own, **(NOTED | settings))
        journal = load.Journal()
        rounds, failed = 0, set[str]()
        with load.playing(server.conninfo, hands, journal), server.connect() as keeper:
            end = time.monotonic() + seconds
            while rounds < 2 or time.monotonic() < end:
                load.more_calls(journal, 40)
                failed |= keep_up(keeper)
                keeper.execute("checkpoint")
                rounds += 1
                report.events.append((time.monotonic() - journal.begun, "upkeep"))
                left = max(0, end - time.monotonic())
                status.update(f"{len(journal.entries)} calls answered, {left:.0f} seconds to go")
                time.sleep(min(UPKEEP_EVERY, left))
        crash_drill.judge(report, server, journal)
        report.check("upkeep ran", not failed, "; ".join(sorted(failed)) or f"{rounds} times")
        judge_log(report, own.home / "log", most_wait)
        with server.connect() as conn:
            row = conn.execute(
                "select round(100.0 * sum(n_tup_hot_upd) / nullif(sum(n_tup_upd), 0), 1), sum(n_dead_tup)"
                " from pg_stat_user_tables where relname in ('wallets', 'sessions', 'game_states', 'xp_balance')"
            ).fetchone()
        assert row is not None
        report.figures |= {"HOT updates of hot rows (%)": row[0], "dead rows of theirs": row[1]}
        report.figures["calls a second"] = round(
            len(journal.entries) / (time.monotonic() - journal.begun)
        )
    return report


def keep_up(keeper: Connection) -> set[str]:
    """Run a round of upkeep and return what failed in it."""
    keeper.execute("call core.maintain()")
    return {
        f"{task}: {detail}"
        for task, detail in keeper.execute(
            "select task, detail from core.upkeep_tasks where not ok"
        ).fetchall()
    }


def judge_log(report: Report, log: Path, most_wait: float | None) -> None:
    """Look for long waits and deadlocks in what the server wrote."""
    text = log.read_text(errors="replace")
    longest = max((float(found) for found in WAITED.findall(text)), default=0.0)
    report.figures["longest wait for a lock (ms)"] = (
        round(longest) if longest else f"under {NOTED['deadlock_timeout']}"
    )
    if most_wait is not None:
        report.check(
            "nobody waits long for a lock",
            longest <= most_wait,
            f"{longest:.0f} ms, {most_wait:.0f} ms at the most",
        )
    deadlocks = text.count("deadlock detected")
    report.check("no deadlock", deadlocks == 0, f"{deadlocks} deadlocks")
