"""What each task of upkeep costs: catching up with a history that was loaded, and a run that finds nothing to do.

A database of each size is filled by the same loader, with people who play on; then each task of the system runs until
it has caught up, and some times more.
"""

import os
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from benchmarks import pages, report, tell
from benchmarks.growth import check_room, connected, loads_of, size_text, sizes_of
from benchmarks.harness import SECONDS, Context, Database, Options
from benchmarks.loading import History, Load

FEWEST, MOST = 4, 100  # runs until a task says the same twice, and so has caught up
MORE = 7  # runs after that, of which the quickest counts: what others do on the machine only makes one slower
BYTES_EACH = 2500.0  # for a row, more than any system's
FLAT = 1.5  # times the cost at the smaller size
UNSEEN = 0.005  # seconds under which a run is too short to compare


def steps_of(ctx: Context, system: str) -> dict[str, list[str | None]]:
    """Return the tasks of a system and of core, each with the tables for which it runs."""
    steps: dict[str, list[str | None]] = {}
    for task, table in ctx.conn.execute("select task, table_name from core.maintenance_steps()"):
        if task.split(".")[0] in (system, "core"):
            steps.setdefault(task, []).append(table)
    return steps


def run_once(ctx: Context, task: str, tables: Sequence[str | None]) -> tuple[float, list[Any]]:
    """Run a task for all its tables; return the seconds and what it said."""
    begun = time.perf_counter()
    said = [
        ctx.conn.execute("select ok, detail from core.run_task(%s, %s)", [task, table]).fetchone()
        for table in tables
    ]
    return time.perf_counter() - begun, said


def cost(ctx: Context, task: str, tables: Sequence[str | None]) -> dict[str, Any]:
    """Return what a task costs until it has caught up, in all, and then each time."""
    taken, said = run_once(ctx, task, tables)
    total, runs, before = taken, 1, None
    while runs < MOST and (runs < ctx.size(FEWEST, 2) or said != before):
        before = said
        taken, said = run_once(ctx, task, tables)
        total, runs = total + taken, runs + 1
    again = min(run_once(ctx, task, tables)[0] for _ in range(ctx.size(MORE, 1)))
    failed = [detail for ok, detail in said if not ok]
    return {"task": task, "catching_up": total, "runs": runs, "again": again, "failed": failed}


def measure(
    server: str,
    template: str,
    load: Load,
    sizes: Sequence[int],
    options: Options,
    progress: Callable[[str], None] = lambda _: None,
    room: Callable[[float, str], None] = lambda _needed, _what: None,
) -> list[dict[str, Any]]:
    """Return the costs of a system's tasks at each size."""
    found = []
    for size in sizes:
        room(BYTES_EACH * size, f"{size_text(size)} {load.rows_are}")
        name = f"gamekeeper_bench_{os.getpid()}_{load.system}"
        with ExitStack() as stack:
            conninfo = stack.enter_context(Database(server, template, name))
            ctx = stack.enter_context(connected(conninfo, options))
            history = History.begin(ctx, load)
            history.grow(size, progress)
            load.ready(ctx, history.units)
            if not options.quick:
                ctx.run("vacuum analyze")
            costs = []
            for task, tables in steps_of(ctx, load.system).items():
                progress(f"{size_text(size)} {load.rows_are}: {task}")
                costs.append(cost(ctx, task, tables))
        found.append({"size": size_text(size), "rows": history.rows, "tasks": costs})
    return found


def per_million(entry: dict[str, Any], rows: int) -> float:
    """Return by how much catching up took longer than as many runs with nothing new, in seconds per million rows."""
    return max(0.0, float(entry["catching_up"] - entry["runs"] * entry["again"])) * 1e6 / rows


def rows_of(sizes: Sequence[dict[str, Any]]) -> list[list[str]]:
    """Return a row for each task: both costs at each size, and whether they grow."""
    first, last = sizes[0], sizes[-1]
    rows = []
    for small, large in zip(first["tasks"], last["tasks"], strict=True):
        catching = [per_million(one, size["rows"]) for size, one in ((first, small), (last, large))]
        again = [small["again"], large["again"]]
        rows.append(
            [
                large["task"],
                *(report.value_text(value, SECONDS) for value in [*catching, *again]),
                str(large["runs"]),
                "; ".join(large["failed"]) or growth_text(catching, again, last["rows"] / 1e6),
            ]
        )
    return rows


def growth_text(catching: Sequence[float], again: Sequence[float], millions: float) -> str:
    """Say what grew between the sizes by more than it may, of what takes long enough to compare."""
    grown = []
    for name, (small, large), seconds in (
        ("catching up", catching, catching[-1] * millions),
        ("a run", again, again[-1]),
    ):
        ratio = large / max(small, UNSEEN)
        if seconds > UNSEEN and ratio > FLAT:
            grown.append(f"{name} {ratio:.1f} x")
    return ", ".join(grown) or "flat"


def heads(sizes: Sequence[dict[str, Any]]) -> list[str]:
    """Return the heads of the table."""
    small, large = sizes[0]["size"], sizes[-1]["size"]
    return [
        "task", f"catching up, per million, at {small}", f"at {large}",
        f"a run with nothing new at {small}", f"at {large}", "runs to catch up", "",
    ]  # fmt: skip


def markdown(runs: dict[str, Any]) -> str:
    """Return all systems' latest runs as the page docs/benchmarks/upkeep.md."""
    lines = [
        "# Upkeep's cost",
        "",
        "What each task of `core.maintain()` takes after so many rows came at once, per million of them, and when nothing is new. Flat:"
        f" at the larger size no more than {FLAT:g} times as much, or less than {UNSEEN * 1000:g} ms. Written by `scripts/bench upkeep --publish`.",
    ]
    for system, run in runs["systems"].items():
        shown = heads(run["sizes"])
        lines += [
            "",
            f"## {system}",
            "",
            f"Rows are {run['rows_are']}. Begun {run['started']} by `{run['command']}`; load average of the machine {run['load_average']:.1f}.",
            "",
            f"| {' | '.join(shown)} |",
            "| --- " * len(shown) + "|",
            *(f"| {' | '.join(row)} |" for row in rows_of(run["sizes"])),
        ]
    return "\n".join(lines) + "\n"


def keep(folder: Path, runs: dict[str, Any]) -> list[Path]:
    """Write the runs of some systems over those that a folder has of them."""
    written, page = folder / "upkeep.json", folder / "upkeep.md"
    runs = pages.keep_systems(written, runs)
    page.write_text(markdown(runs))
    return [written, page]


def main(
    server: str,
    template: str,
    root: Path,
    console: Console,
    *,
    systems: Sequence[str],
    rows: str,
    options: Options,
    disk: Path | None,
    leave_gb: float,
    publish: bool,
) -> dict[str, Any]:
    """Measure one system after another; each is written as soon as it is measured."""
    sizes, loads = sizes_of(rows), loads_of(systems)
    runs: dict[str, Any] = {"systems": {}}
    for load in loads:
        started = datetime.now(UTC).isoformat(timespec="minutes")
        with console.status(load.system) as status:
            found = measure(
                server,
                template,
                load,
                sizes,
                options,
                partial(tell, status, load.system),
                partial(check_room, disk, leave_gb),
            )
        runs["systems"][load.system] = {
            "started": started,
            "command": f"scripts/bench upkeep {load.system} --rows {rows}",
            "rows_are": load.rows_are,
            "load_average": round(os.getloadavg()[1], 1),
            "machine": report.machine(server),
            "sizes": found,
        }
        shown = Table(*heads(found), title=load.system)
        for row in rows_of(found):
            shown.add_row(*row)
        console.print(shown)
        pages.tell_written(console, root, keep(pages.folder_of(root, publish), runs))
    return runs
