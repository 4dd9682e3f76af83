"""Growth: what one write costs while the history behind it grows, one system at a time.

One database of a system is filled; whenever it has reached a size but the last, a copy of it stays behind. Then the
writes are measured in all of them in turn, so that a busy minute of the machine meets every size.
"""

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import psycopg
from rich.console import Console
from rich.table import Table

from benchmarks import pages, report, tell
from benchmarks.harness import (
    Bar,
    Case,
    Context,
    Database,
    Measured,
    Options,
    Outcome,
    Sample,
    Variant,
    pgbench,
    run_rounds,
    with_growth,
)
from benchmarks.loading import LOADS, History, Load
from recovery import checks
from runner import Problem

KEPT = 0.9  # of the rate at the smallest size
LETTERS = {"k": 1_000, "M": 1_000_000}


def rows_of(text: str) -> int:
    """Read a number of rows such as 200k, 5M or 300000."""
    number, letter = (text[:-1], text[-1]) if text[-1:] in LETTERS else (text, "")
    if not number.isdigit() or int(number) == 0:
        raise Problem(f"{text} is no number of rows, such as 200k, 5M or 300000", 2)
    return int(number) * LETTERS.get(letter, 1)


def sizes_of(text: str) -> list[int]:
    """Read the sizes, which grow."""
    sizes = [rows_of(part.strip()) for part in text.split(",")]
    if sorted(set(sizes)) != sizes:
        raise Problem(f"the sizes have to grow: {text}", 2)
    return sizes


def size_text(rows: int) -> str:
    """Write a number of rows as one says it."""
    for letter, worth in reversed(LETTERS.items()):
        if rows >= worth and rows % (worth // 10) == 0:
            return f"{rows / worth:g} {letter}"
    return f"{rows:,}"


def loads_of(systems: Sequence[str]) -> list[Load]:
    """Return how the named systems are filled, or all."""
    if unknown := set(systems) - set(LOADS):
        raise Problem(f"no system is called {', '.join(sorted(unknown))}: {', '.join(LOADS)}", 2)
    return [load for name, load in LOADS.items() if not systems or name in systems]


def check_room(disk: Path | None, leave_gb: float, needed: float, what: str) -> None:
    """Refuse to load what would leave too little of the disk; of a server elsewhere nobody knows."""
    if disk is None:
        return
    left = (shutil.disk_usage(disk).free - needed) / 2**30
    if left < leave_gb:
        raise Problem(
            f"{what} would need {needed / 2**30:.1f} GB and leave {left:.1f} GB of the disk, less than the"
            f" {leave_gb:g} GB of --leave"
        )


@contextmanager
def connected(conninfo: str, options: Options) -> Iterator[Context]:
    """Connect to a database of the run."""
    with psycopg.connect(conninfo, autocommit=True) as conn:
        yield Context(conninfo, conn, options)


def grow(
    stack: ExitStack,
    server: str,
    template: str,
    load: Load,
    sizes: Sequence[int],
    options: Options,
    progress: Callable[[str], None],
    room: Callable[[float, str], None] = lambda _needed, _what: None,
) -> Iterator[tuple[History, dict[str, Any]]]:
    """Fill a database to each size; yield each size's own, which the stack removes, and how it was made."""
    name = f"gamekeeper_bench_{os.getpid()}_{load.system}"
    grown = stack.enter_context(Database(server, template, name))
    with connected(grown, options) as ctx:
        history = History.begin(ctx, load)
        empty = int(str(ctx.one("select pg_database_size(current_database())")))
    seconds, bytes_each = 0.0, 0.0
    for size in sizes:
        # of every size but the last a copy is made, too
        held = size if size == sizes[-1] else 2 * size
        room(bytes_each * (held - history.rows), f"{size_text(size)} {load.rows_are}")
        with connected(grown, options) as ctx:
            history.ctx = ctx
            begun = time.perf_counter()
            history.grow(size, progress)
            seconds += time.perf_counter() - begun
            if not options.quick:
                ctx.run("vacuum analyze")
                ctx.run("checkpoint")
            bytes_each = (
                int(str(ctx.one("select pg_database_size(current_database())"))) - empty
            ) / history.rows
        if size == sizes[-1]:
            own = stack.enter_context(connected(grown, options))
        else:
            progress(f"{size_text(size)} {load.rows_are} copied")
            copy = stack.enter_context(Database(server, name, f"{name}_{size}"))
            own = stack.enter_context(connected(copy, options))
        own.facts = history.ctx.facts
        made = {
            "asked": size,
            "rows": history.rows,
            "seconds_to_load": round(seconds, 1),
            "bytes_per_row": round(bytes_each),
        }
        yield History(own, load, [], history.rows_each, history.units), made


def measured_in(
    size: str, history: History, script: Variant, case: Case, wal: list[float]
) -> Variant:
    """Return the writes of one database as a variant of the run, which notes the WAL of a call, too."""
    ctx = history.ctx

    def position() -> int:
        return int(str(ctx.one("select pg_current_wal_insert_lsn() - '0/0'")))

    def measure(_: Context) -> Sample:
        before = position()
        sample = with_growth(
            ctx,
            lambda sample: sample.calls,
            lambda: pgbench(ctx, case, script, ctx.options.seconds),
        )
        wal.append((position() - before) / sample.calls)
        return sample

    return Variant(
        size, f"{history.load.work}, behind it {size} {history.load.rows_are}", measure=measure
    )


def run_system(
    server: str,
    template: str,
    load: Load,
    sizes: Sequence[int],
    options: Options,
    clients: int,
    progress: Callable[[str], None] = lambda _: None,
    room: Callable[[float, str], None] = lambda _needed, _what: None,
) -> tuple[Outcome, dict[str, Any]]:
    """Fill one system, measure it at all sizes in turn, and verify the largest."""
    started = datetime.now(UTC)
    calls = Case(load.system, "one call", [], clients=clients)  # what pgbench asks a case for
    with ExitStack() as stack:
        variants, made = [], []
        for history, size in grow(stack, server, template, load, sizes, options, progress, room):
            script = load.ready(history.ctx, history.units)
            history.ctx.run("analyze")
            size["wal_bytes_of_calls"] = wal = list[float]()
            variants.append(measured_in(size_text(size["asked"]), history, script, calls, wal))
            made.append(size)
        first = variants[0].name
        case = Case(
            load.system,
            f"while its {load.rows_are} grow",
            variants,
            [Bar(variant.name, ">=", KEPT, first) for variant in variants[1:]],
            clients=clients,
        )
        outcome = Outcome(case, {variant.name: Measured(variant) for variant in variants})
        run_rounds(history.ctx, case, outcome, progress)
        progress("verifying")
        wrong = [check for check in checks.books(history.ctx.conn) if not check.ok]
    if wrong:
        raise Problem(
            "the history is not sound: " + "; ".join(f"{c.name}: {c.detail}" for c in wrong)
        )
    verdicts = {bar.variant: bar for bar in case.bars}
    for size, (name, measured) in zip(made, outcome.variants.items(), strict=True):
        bar = verdicts.get(name)
        size |= {
            "size": name,
            "per_second": measured.median,
            "rounds": [sample.value for sample in measured.samples],
            "p99_ms": measured.median_of("p99_ms"),
            "stopped": measured.missing,
            "of_the_first": outcome.ratio(bar) if bar else None,
            "interval": outcome.interval(bar) if bar else None,
            "verdict": outcome.verdict(bar) if bar else None,
        }
    return outcome, {
        "started": started.isoformat(timespec="minutes"),
        "work": load.work,
        "rows_are": load.rows_are,
        "clients": clients,
        "seconds_per_round": options.seconds,
        "load_average": round(os.getloadavg()[1], 1),
        "sizes": made,
    }


def table(system: str, run: dict[str, Any]) -> Table:
    """Return what one system's run says."""
    shown = Table(
        "rows", "rate", "p99 ms", "of the first", "", "WAL bytes a call", "bytes a row", "loaded in"
    )
    shown.title = f"{system}: {run['work']}"
    for size in run["sizes"]:
        shown.add_row(*cells(size))
    return shown


def cells(size: dict[str, Any]) -> list[str]:
    """Return one size as the cells of a table."""
    ratio = size["of_the_first"]
    return [
        size["size"],
        report.value_text(size["per_second"], "per second"),
        report.number_text(size["p99_ms"]),
        f"{ratio:.2f} ({report.interval_text(size['interval'])})" if ratio else "-",
        size["stopped"] or size["verdict"] or "",
        f"{statistics.median(wal):,.0f}" if (wal := size["wal_bytes_of_calls"]) else "-",
        f"{size['bytes_per_row']:,}",
        f"{size['seconds_to_load']:g} s",
    ]


def markdown(runs: dict[str, Any]) -> str:
    """Return all systems' latest runs as the page docs/benchmarks/growth.md."""
    lines = [
        "# Growth",
        "",
        f"Rates of single writes behind which the history grows: at least {KEPT:g} of the rate at the smallest size. "
        "Written by `scripts/bench growth --publish`.",
        "",
        "![Rate against rows](growth.png)",
    ]
    for system, run in runs["systems"].items():
        lines += [
            "",
            f"## {system}",
            "",
            f"{run['work']}; {run['clients']} clients, {len(run['sizes'][0]['rounds'])} rounds of {run['seconds_per_round']:g} s at each size in turn, begun "
            f"{run['started']} by `{run['command']}`; load average of the machine over five minutes at the end {run['load_average']:.1f}.",
            "",
            f"| {run['rows_are']} | rate | p99 ms | of the first | | WAL bytes a call | bytes a row | loaded in |",
            "| --- | --- | --- | --- | --- | --- | --- | --- |",
            *(f"| {' | '.join(cells(size))} |" for size in run["sizes"]),
        ]
    return "\n".join(lines) + "\n"


def plot(runs: dict[str, Any], path: Path) -> Path:
    """Draw each system's rate against its rows, with every round as a dot and the bar as a line."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    systems = runs["systems"]
    figure, axes = plt.subplots(
        -(-len(systems) // 2), min(2, len(systems)), squeeze=False, layout="constrained",
        figsize=(6.2 * min(2, len(systems)), 3.9 * -(-len(systems) // 2)),
    )  # fmt: skip
    for axis in axes.flat[len(systems) :]:
        axis.set_axis_off()
    for axis, (system, run) in zip(axes.flat, systems.items(), strict=False):
        sizes = [size for size in run["sizes"] if size["rounds"]]
        rows = [size["rows"] for size in sizes]
        for size in sizes:
            axis.plot(
                [size["rows"]] * len(size["rounds"]), size["rounds"], ".", color="#9db4c0", zorder=2
            )
        medians = [size["per_second"] for size in sizes]
        axis.plot(rows, medians, "o-", color="#2a6f97", linewidth=2, zorder=3)
        axis.axhline(KEPT * medians[0], color="#b23a48", linestyle="--", linewidth=1)
        axis.annotate(
            f"{KEPT:g} of the first",
            (0.5, KEPT * medians[0]),
            xycoords=("axes fraction", "data"),
            xytext=(0, -4),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize=8,
            color="#b23a48",
            bbox={"facecolor": "white", "edgecolor": "none", "pad": 1},
            zorder=4,
        )
        axis.set_xscale("log")
        axis.set_xticks(rows, [size["size"] for size in sizes])
        axis.minorticks_off()
        axis.set_ylim(0, 1.15 * max(max(size["rounds"]) for size in sizes))
        axis.set_title(system, loc="left", fontsize=11, fontweight="bold")
        axis.set_xlabel(run["rows_are"], fontsize=9)
        axis.set_ylabel("calls a second", fontsize=9)
        axis.spines[["top", "right"]].set_visible(False)
        axis.text(
            0.01, 0.02, f"begun {run['started'][:16].replace('T', ' ')} UTC, {run['clients']} clients\nload average {run['load_average']:.1f}",
            transform=axis.transAxes, fontsize=8, color="#555555", va="bottom",
        )  # fmt: skip
    figure.savefig(path, dpi=110)
    plt.close(figure)
    return path


def keep(folder: Path, runs: dict[str, Any]) -> list[Path]:
    """Write the runs of some systems over those that a folder has of them."""
    written, page = folder / "growth.json", folder / "growth.md"
    runs = pages.keep_systems(written, runs)
    page.write_text(markdown(runs))
    return [written, page, plot(runs, folder / "growth.png")]


def main(
    server: str,
    template: str,
    root: Path,
    console: Console,
    *,
    systems: Sequence[str],
    rows: str,
    options: Options,
    clients: int,
    disk: Path | None,
    leave_gb: float,
    publish: bool,
) -> dict[str, Any]:
    """Fill and measure one system after another; each is written as soon as it is measured."""
    sizes, loads = sizes_of(rows), loads_of(systems)
    runs: dict[str, Any] = {"systems": {}}
    for load in loads:
        with console.status(load.system) as status:
            outcome, run = run_system(
                server,
                template,
                load,
                sizes,
                options,
                clients,
                partial(tell, status, load.system),
                partial(check_room, disk, leave_gb),
            )
        run["command"] = f"scripts/bench growth {load.system} --rows {rows}"
        run["machine"] = report.machine(server)
        runs["systems"][load.system] = run
        console.print(table(load.system, run))
        console.print(report.summary([outcome]))
        pages.tell_written(console, root, keep(pages.folder_of(root, publish), runs))
    return runs
