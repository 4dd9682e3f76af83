"""Mixed load: all four systems by clients of every kind, with upkeep and autovacuum, and how long calls take each second.

The clients are those of the drills (scripts/recovery/load.py), so at the end every answer they were given is looked for
and the books are verified. They are threads of one Python process, whose own time is in every latency.
"""

import json
import math
import os
import random
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from rich.console import Console
from rich.table import Table

from benchmarks import pages, report, tell
from benchmarks.harness import MET, MISSED, UNCLEAR, UNMEASURED, Database
from recovery import checks, load, soak_drill
from recovery.report import percentile
from runner import Problem
from runner.server import Connection

MOST = 1.5  # times the 99th percentile of the second tenth, in the last
WINDOWS = 10  # tenths of the run: minutes where it lasts ten
UPKEEP_EVERY = 10.0
RESAMPLES = 200
Second = list[float]  # what the calls that ended in it took, in milliseconds

VACUUM = """
select
  coalesce(sum(autovacuum_count), 0)::integer, coalesce(sum(autoanalyze_count), 0)::integer, coalesce(sum(n_dead_tup), 0)::integer,
  (select count(*) from pg_stat_activity where backend_type = 'autovacuum worker' and datname = current_database())::integer
from pg_stat_user_tables
"""


def seconds_of(calls: Sequence[tuple[float, float]], length: float) -> list[Second]:
    """Sort calls, which began then and took so many milliseconds, by the second in which they were answered."""
    found: list[Second] = [[] for _ in range(math.ceil(length))]
    for began, took in calls:
        answered = int(began + took / 1000)
        if answered < len(found):
            found[answered].append(took)
    return found


def compared(second: Sequence[Second], last: Sequence[Second]) -> tuple[float, tuple[float, float]]:
    """Return the 99th percentile of the last window over that of the second, and the interval of a bootstrap over seconds."""

    def p99(seconds: Sequence[Second]) -> float:
        return percentile([took for one in seconds for took in one], 0.99)

    chance = random.Random(0)  # the same calls always have the same interval
    ratios = sorted(
        p99(chance.choices(last, k=len(last))) / p99(chance.choices(second, k=len(second)))
        for _ in range(RESAMPLES)
    )
    outside = round(0.025 * RESAMPLES)
    return p99(last) / p99(second), (ratios[outside], ratios[-1 - outside])


def verdict(interval: tuple[float, float]) -> str:
    """Say whether all of the interval is within the bar, none of it, or neither."""
    low, high = interval
    return MET if high <= MOST else MISSED if low > MOST else UNCLEAR


def measure(
    conninfo: str, length: float, clients: int, progress: Callable[[str], None] = lambda _: None
) -> dict[str, Any]:
    """Play for so many seconds, look every second at autovacuum and the machine, and judge."""
    journal = load.Journal()
    looks: list[dict[str, Any]] = []
    upkeep: list[dict[str, float]] = []
    failed: set[str] = set()
    with psycopg.connect(conninfo, autocommit=True) as keeper:
        with load.playing(lambda: conninfo, clients, journal):
            began = time.monotonic()
            while (at := time.monotonic() - began) < length:
                looks.append({"at": round(at, 2), **look(keeper)})
                if at >= len(upkeep) * min(UPKEEP_EVERY, length / 3):
                    failed |= soak_drill.keep_up(keeper)
                    upkeep.append(
                        {
                            "at": round(at, 2),
                            "seconds": round(time.monotonic() - began - at, 3),
                        }
                    )
                progress(f"{len(journal.calls):,} calls, {length - at:.0f} seconds to go")
                time.sleep(max(0.0, began + int(at) + 1 - time.monotonic()))
            load.more_calls(journal, 1)  # some of each kind, however short the run
        offset = began - journal.begun
        calls = [(at - offset, took) for at, took in journal.calls if at >= offset]
        wrong = [
            f"{check.name}: {check.detail}"
            for check in [*load.compare(keeper, journal), *checks.books(keeper)]
            if not check.ok
        ]
    if wrong or failed:
        raise Problem("the play went wrong: " + "; ".join([*wrong, *sorted(failed)]))
    return judged(calls, length) | {
        "clients": clients,
        "refused": journal.refused,
        "upkeep": upkeep,
        "looks": looks,
    }


def look(keeper: Connection) -> dict[str, Any]:
    """Return what autovacuum has done and does, and how busy the machine is."""
    row = keeper.execute(VACUUM).fetchone()
    assert row is not None
    names = ("vacuums", "analyzes", "dead_rows", "workers")
    return dict(zip(names, row, strict=True)) | {"load_average": round(os.getloadavg()[0], 2)}


def judged(calls: Sequence[tuple[float, float]], length: float) -> dict[str, Any]:
    """Return the percentiles of every second and every tenth, and how the last tenth compares with the second."""
    seconds = seconds_of(calls, length)
    each = len(seconds) / WINDOWS
    tenths = [seconds[round(n * each) : round((n + 1) * each)] for n in range(WINDOWS)]
    # a run of a few seconds, which only shows that it works, has tenths without a call
    both = all(all(tenth) and tenth for tenth in (tenths[1], tenths[-1]))
    ratio, interval = compared(tenths[1], tenths[-1]) if both else (None, None)
    return {
        "seconds": [percentiles(one) for one in seconds],
        "tenths": [percentiles([took for one in tenth for took in one]) for tenth in tenths],
        "last_of_second": ratio,
        "interval": interval,
        "verdict": verdict(interval) if interval else UNMEASURED,
    }


def percentiles(took: Second) -> dict[str, float | int]:
    """Return how many calls there were and what they took, in milliseconds."""
    if not took:
        return {"calls": 0}
    shares = {"p50": 0.5, "p95": 0.95, "p99": 0.99, "longest": 1.0}
    return {"calls": len(took)} | {
        name: round(percentile(took, share), 2) for name, share in shares.items()
    }


def says(run: dict[str, Any]) -> str:
    """Return the bar in a sentence."""
    if not run["interval"]:
        return "p99 of the last tenth and that of the second: not measured, the run was too short"
    return (
        f"p99 of the last tenth is {run['last_of_second']:.2f} ({report.interval_text(run['interval'])}) of that of the second,"
        f" at most {MOST:g}: {run['verdict']}"
    )


def tenths_of(run: dict[str, Any]) -> list[list[str]]:
    """Return the rows of the table of tenths."""
    each = len(run["seconds"]) / WINDOWS
    rows = []
    for number, tenth in enumerate(run["tenths"]):
        looks = [one for one in run["looks"] if number * each <= one["at"] < (number + 1) * each]
        vacuums = looks[-1]["vacuums"] - looks[0]["vacuums"] if looks else 0
        busy = max((one["load_average"] for one in looks), default=0.0)
        rows.append(
            [
                f"{number * each:.0f} to {(number + 1) * each:.0f} s",
                f"{tenth['calls'] / each:,.0f}",
                *(f"{tenth.get(name, 0):.1f}" for name in ("p50", "p95", "p99", "longest")),
                str(vacuums),
                f"{busy:.1f}",
            ]
        )
    return rows


HEADS = [
    "",
    "calls a second",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "longest ms",
    "autovacuums",
    "load average",
]


def busy_text(run: dict[str, Any]) -> str:
    """Say when the machine had more to do than it has cores, for which our clients and their server account in part."""
    most, cores = max(one["load_average"] for one in run["looks"]), run["machine"]["cores"]
    return (
        f" The machine had other work, too: a load average of up to {most:.1f}."
        if most > 3 * cores
        else ""
    )


def markdown(run: dict[str, Any]) -> str:
    """Return a run as the page docs/benchmarks/mixed.md."""
    slowest = max(one["seconds"] for one in run["upkeep"])
    return (
        "\n".join(
            [
                "# Mixed load",
                "",
                f"Spins, appends by players, grants and rolls by {run['clients']} clients, who are threads of one Python process; upkeep every"
                f" {UPKEEP_EVERY:g} seconds ({len(run['upkeep'])} runs, the slowest {slowest:.2f} s). Begun {run['started']} by `{run['command']}`"
                f" on {run['machine']['cores']} cores. Everything that was answered was found once, and the books added up.",
                "",
                f"The {says(run)}.{busy_text(run)}",
                "",
                "![Latency of every second, autovacuum, load of the machine](mixed.png)",
                "",
                f"| {' | '.join(HEADS)} |",
                "| --- " * len(HEADS) + "|",
                *(f"| {' | '.join(row)} |" for row in tenths_of(run)),
            ]
        )
        + "\n"
    )


def plot(run: dict[str, Any], path: Path) -> Path:
    """Draw the latency of every second over what autovacuum did and how busy the machine was."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    figure, (latency, vacuum, machine) = plt.subplots(
        3, 1, figsize=(11, 7.5), sharex=True, height_ratios=[3, 1.4, 0.9], layout="constrained"
    )
    for name, color in (("p50", "#9db4c0"), ("p95", "#5c8aa8"), ("p99", "#1d3f58")):
        points = [(at, one[name]) for at, one in enumerate(run["seconds"]) if one["calls"]]
        latency.plot(*zip(*points, strict=True), color=color, linewidth=1, label=name)
    each = len(run["seconds"]) / WINDOWS
    for number, tenth in enumerate(run["tenths"]):
        label = "p99 of a tenth" if number == 0 else None
        span = [number * each, (number + 1) * each]
        if tenth["calls"]:
            latency.plot(span, [tenth["p99"]] * 2, color="#3a7d44", linewidth=2.5, label=label)
    if run["interval"]:
        bar = MOST * run["tenths"][1]["p99"]
        latency.axhline(
            bar, color="#b23a48", linestyle="--", linewidth=1, label="the bar for the last tenth"
        )
    for one in run["upkeep"]:
        latency.axvline(one["at"], color="#c98a00", linewidth=0.4, zorder=0)
    latency.set_yscale("log")
    latency.set_ylabel("milliseconds")
    latency.legend(fontsize=8, ncols=5, loc="upper left")
    latency.set_title(
        f"Mixed load, {run['clients']} clients, begun {run['started'][:16].replace('T', ' ')} UTC: {says(run)}",
        loc="left", fontsize=9.5, fontweight="bold",
    )  # fmt: skip
    at = [one["at"] for one in run["looks"]]
    vacuum.plot(at, [one["dead_rows"] for one in run["looks"]], color="#7a5c99", linewidth=1)
    vacuum.set_ylabel("dead rows", color="#7a5c99")
    counts = vacuum.twinx()
    first = run["looks"][0]["vacuums"]
    counts.step(
        at,
        [one["vacuums"] - first for one in run["looks"]],
        where="post",
        color="#2a6f97",
        linewidth=1.5,
    )
    vacuum.fill_between(
        at,
        0,
        1,
        where=[one["workers"] > 0 for one in run["looks"]],
        transform=vacuum.get_xaxis_transform(),
        step="post",
        color="#2a6f97",
        alpha=0.15,
        linewidth=0,
    )
    counts.set_ylabel("autovacuums so far\n(shaded: at work)", color="#2a6f97", fontsize=9)
    machine.plot(at, [one["load_average"] for one in run["looks"]], color="#555555", linewidth=1)
    machine.set_ylabel("load average")
    machine.set_ylim(bottom=0)
    machine.set_xlabel("seconds; a thin line is a run of upkeep")
    for axis in (latency, vacuum, machine):
        axis.spines["top"].set_visible(False)
        axis.margins(x=0.005)
    figure.savefig(path, dpi=110)
    plt.close(figure)
    return path


def main(
    server: str,
    template: str,
    root: Path,
    console: Console,
    *,
    minutes: float,
    clients: int,
    publish: bool,
) -> dict[str, Any]:
    """Run it in a database of its own, and write JSON, a page and a plot."""
    started = datetime.now(UTC).isoformat(timespec="minutes")
    database = Database(server, template, f"gamekeeper_bench_{os.getpid()}_mixed")
    with database as conninfo, console.status("mixed load") as status:
        run = measure(conninfo, minutes * 60, clients, partial(tell, status, "mixed load"))
    run |= {
        "started": started,
        "command": f"scripts/bench mixed --minutes {minutes:g} --clients {clients}",
        "machine": report.machine(server),
    }
    shown = Table(*HEADS)
    for row in tenths_of(run):
        shown.add_row(*row)
    console.print(shown)
    console.print(says(run))
    folder = pages.folder_of(root, publish)
    written = [folder / "mixed.json", folder / "mixed.md"]
    written[0].write_text(json.dumps(run) + "\n")
    written[1].write_text(markdown(run))
    written.append(plot(run, folder / "mixed.png"))
    pages.tell_written(console, root, written)
    return run
