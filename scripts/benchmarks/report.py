"""Turns measured cases into tables, JSON, Markdown and plots."""

import os
import platform
import re
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import psycopg
from rich.markup import escape
from rich.table import Table

from benchmarks.harness import (
    MET,
    MISSED,
    RATE,
    SECONDS,
    UNCLEAR,
    UNMEASURED,
    Bar,
    Measured,
    Options,
    Outcome,
)

WORDS = (MET, MISSED, UNCLEAR, UNMEASURED)
SETTINGS = (
    "server_version",
    "synchronous_commit",
    "fsync",
    "shared_buffers",
    "max_wal_size",
    "jit",
    "wal_level",
)


def value_text(value: float | None, unit: str) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return "-"
    if unit == RATE:
        return f"{value:,.0f}/s"
    if unit == SECONDS:
        return f"{value:.3g} s" if value >= 1 else f"{value * 1000:.3g} ms"
    return size_text(value)


def size_text(size: float) -> str:
    """Return a size in bytes, kB or MB."""
    for unit, width in (("MB", 1e6), ("kB", 1e4)):
        if size >= width:
            return f"{size / (1e6 if unit == 'MB' else 1e3):,.1f} {unit}"
    return f"{size:,.0f} B"


def number_text(value: float | None, pattern: str = "{:,.2f}") -> str:
    """Return a number, or a dash where there is none."""
    return "-" if value is None else pattern.format(value)


def ratio_text(ratio: float | None) -> str:
    """Return a ratio in three digits, a large one whole."""
    return number_text(ratio, "{:,.0f}" if ratio is not None and ratio >= 1000 else "{:,.3g}")


def interval_text(interval: Sequence[float] | None) -> str:
    """Return an interval as two numbers."""
    return f"{ratio_text(interval[0])} to {ratio_text(interval[1])}" if interval else "-"


def measured_text(outcome: Outcome, bar: Bar) -> str:
    """Return a bar with what was measured and how sure that is."""
    ratio = ratio_text(outcome.ratio(bar))
    return f"{bar}, measured {ratio} ({interval_text(outcome.interval(bar))})"


def case_table(outcome: Outcome) -> Table:
    """Return a case as a table: a line for each variant, then a line for each bar."""
    case = outcome.case
    table = Table(
        title=f"{case.system}: {case.operation}",
        title_justify="left",
        title_style="bold",
        caption="\n".join([*bar_lines(outcome), *work_lines(outcome)]),
        caption_justify="left",
    )
    table.add_column("variant")
    for heading in ("median", "min", "max", "p99 ms", "bytes/row"):
        table.add_column(heading, justify="right")
    for measured in outcome.variants.values():
        table.add_row(*variant_cells(measured, case.unit))
    return table


def variant_cells(measured: Measured, unit: str) -> list[str]:
    """Return the cells of one variant's line."""
    values = [sample.value for sample in measured.samples]
    size = measured.median_of("bytes_per_row")
    return [
        measured.variant.name,
        value_text(measured.median, unit),
        value_text(min(values, default=None), unit),
        value_text(max(values, default=None), unit),
        number_text(measured.median_of("p99_ms")),
        size_text(size) if size else "-",
    ]


def work_lines(outcome: Outcome) -> list[str]:
    """Return what a call of each variant does, or why it was not measured."""
    lines = []
    for measured in outcome.variants.values():
        lines.append(f"[dim]{measured.variant.name}: {escape(measured.variant.work)}[/]")
        if measured.missing:
            lines.append(f"[yellow]{measured.variant.name} stopped: {escape(measured.missing)}[/]")
    return lines


def bar_lines(outcome: Outcome) -> list[str]:
    """Return a sentence for each bar, and for what went wrong."""
    colors = {MET: "green", MISSED: "red", UNCLEAR: "yellow", UNMEASURED: "yellow"}
    lines = []
    for bar in outcome.case.bars:
        word = outcome.verdict(bar)
        lines.append(f"[{colors[word]}]{word}[/]: {measured_text(outcome, bar)}")
    if outcome.error:
        lines.append(f"[red]broke[/]: {escape(outcome.error)}")
    return lines


def summary(outcomes: Sequence[Outcome]) -> str:
    """Return what the whole run says: the bars that were not met, by name."""
    bars = [(outcome, bar) for outcome in outcomes for bar in outcome.case.bars]
    words = [outcome.verdict(bar) for outcome, bar in bars]
    counts = ", ".join(f"{words.count(word)} {word}" for word in WORDS)
    lines = [f"[bold]{len(bars)} bars: {counts}[/]"]
    for (outcome, bar), word in zip(bars, words, strict=True):
        if word != MET:
            case = outcome.case
            text = measured_text(outcome, bar)
            lines.append(f"  {word}: {case.system} {case.operation}: {text}")
    return "\n".join(lines)


def machine(server: str) -> dict[str, object]:
    """Return what the figures depend on: processors, memory, server and its settings."""
    with psycopg.connect(server, options="-c synchronous_commit=on") as conn:  # as every variant
        settings = {
            name: value
            for name in SETTINGS
            for (value,) in conn.execute("select current_setting(%s)", [name])
        }
    cpu = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        models = [line for line in info.read_text().splitlines() if line.startswith("model name")]
        cpu = models[0].partition(":")[2].strip() if models else cpu
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "cpu": cpu,
        "cores": os.cpu_count(),
        "memory_gb": round(memory / 2**30, 1),
        "system": platform.platform(),
        "postgres": settings,
    }


def document(
    outcomes: Sequence[Outcome],
    about: dict[str, object],
    started: datetime,
    options: Options,
    command: str,
) -> dict[str, object]:
    """Return the whole run as one JSON document."""
    return {
        "started": started.isoformat(timespec="seconds"),
        "command": command,
        "quick": options.quick,
        "seconds_per_round": options.seconds,
        "machine": about,
        "cases": [case_document(outcome) for outcome in outcomes],
    }


def case_document(outcome: Outcome) -> dict[str, object]:
    """Return one case as a JSON document."""
    case = outcome.case
    return {
        "system": case.system,
        "operation": case.operation,
        "unit": case.unit,
        "rows_are": case.rows_are,
        "clients": case.clients,
        "threads": case.threads,
        "seconds": round(outcome.seconds, 1),
        "error": outcome.error,
        "variants": [
            {
                "name": measured.variant.name,
                "work": measured.variant.work,
                "median": measured.median,
                "rounds": [sample.value for sample in measured.samples],
                "p99_ms": measured.median_of("p99_ms"),
                "bytes_per_row": measured.median_of("bytes_per_row"),
                "not_run": measured.missing,
            }
            for measured in outcome.variants.values()
        ],
        "bars": [
            {
                "bar": str(bar),
                "measured": outcome.ratio(bar),
                "interval": outcome.interval(bar),
                "verdict": outcome.verdict(bar),
            }
            for bar in case.bars
        ],
    }


def markdown(run: dict[str, object]) -> str:
    """Return a run's document as the page docs/benchmarks/latest.md."""
    about = run["machine"]
    cases = run["cases"]
    if not isinstance(about, dict) or not isinstance(cases, list):
        raise TypeError
    settings = ", ".join(f"{key} {value}" for key, value in about["postgres"].items())
    lines = [
        "# Benchmarks",
        "",
        f"Measured {run['started']} by `{run['command']}` on {about['cpu']}, "
        f"{about['cores']} cores, {about['memory_gb']} GB; Postgres {settings}.",
        "",
        "A bar is a ratio of medians taken in one run, in turn, on one server. It is met where all of the",
        "interval is beyond it, and missed where none of it is. The variants and what each does for a call",
        "are listed under the bars.",
        "",
        "![Every bar on one scale](bars.png)",
        "",
        "| operation | bar | measured | interval | |",
        "| --- | --- | --- | --- | --- |",
    ]
    for case in cases:
        lines += [
            f"| {case['system']}: {case['operation']} | {bar['bar']} | "
            f"{ratio_text(bar['measured'])} | {interval_text(bar['interval'])} | "
            f"{bar['verdict']} |"
            for bar in case["bars"]
        ]
    drawn = set()
    for case in cases:
        lines += ["", f"## {case['system']}: {case['operation']}", ""]
        if case["system"] not in drawn:
            drawn.add(case["system"])
            lines += [f"![All cases of {case['system']}]({case['system']}.png)", ""]
        if case["unit"] == RATE:
            lines += [f"{case['clients']} clients over {case['threads']} threads.", ""]
        lines += [
            "| variant | median | p99 ms | bytes/row | work |",
            "| --- | --- | --- | --- | --- |",
        ]
        lines += [markdown_line(variant, case["unit"]) for variant in case["variants"]]
    return "\n".join(lines) + "\n"


def markdown_line(variant: dict[str, object], unit: str) -> str:
    """Return one variant of a case's document as a line of its Markdown table."""
    cells = {key: variant[key] for key in ("median", "p99_ms", "bytes_per_row")}
    numbers = {
        key: value if isinstance(value, float | int) else None for key, value in cells.items()
    }
    size = numbers["bytes_per_row"]
    work = variant["work"]
    if variant["not_run"]:
        work = f"{work} (stopped: {str(variant['not_run']).splitlines()[0]})"
    return (
        f"| {variant['name']} | {value_text(numbers['median'], unit)} | "
        f"{number_text(numbers['p99_ms'])} | {size_text(size) if size else '-'} | {work} |"
    )


QUOTE = re.compile(
    r"(<!-- measured: written by scripts/bench --publish -->\n).*?(<!-- measured: end -->)", re.S
)


def quote(run: dict[str, Any]) -> str:
    """Return what README quotes of a run: every bar with what was measured and how sure that is."""
    about, cases = run["machine"], run["cases"]
    words = [bar["verdict"] for case in cases for bar in case["bars"]]
    counts = ", ".join(f"{words.count(word)} {word}" for word in WORDS if word in words)
    server = about["postgres"]["server_version"].split()[0]
    lines = [
        f"[The published run](docs/benchmarks/latest.md) of {run['started'][:10]} (`{run['command']}`), Postgres {server} on",
        f"{about['cores']} cores, {len(words)} bars: {counts}. A bar is met where the whole interval of its ratio is beyond it.",
        "",
        "| operation | rate or time | measured | interval | bar | |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for case in cases:
        medians = {
            variant["name"]: value_text(variant["median"], case["unit"])
            for variant in case["variants"]
        }
        for bar in case["bars"]:
            verdict = "**missed**" if bar["verdict"] == MISSED else bar["verdict"]
            name = re.split(" [<>]= ", bar["bar"])[0]
            lines.append(
                f"| {case['operation']} | {medians[name]} | {ratio_text(bar['measured'])} | "
                f"{interval_text(bar['interval'])} | {bar['bar']} | {verdict} |"
            )
    return "\n".join(lines) + "\n"


def quoted(readme: str, run: dict[str, Any]) -> str:
    """Return README with the quote of a run in its place."""
    if not QUOTE.search(readme):
        msg = "README has no place for the quote of a run"
        raise ValueError(msg)
    return QUOTE.sub(lambda found: found[1] + quote(run) + found[2], readme)


def plots(outcomes: Sequence[Outcome], folder: Path) -> list[Path]:
    """Write a plot of each system's cases, and one of how every bar fared."""
    import matplotlib as mpl

    mpl.use("Agg")
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for system in dict.fromkeys(outcome.case.system for outcome in outcomes):
        measured = [
            outcome
            for outcome in outcomes
            if outcome.case.system == system
            and any(variant.samples for variant in outcome.variants.values())
        ]
        if measured:
            written.append(system_plot(measured, folder / f"{system}.png"))
    if any(outcome.ratio(bar) for outcome in outcomes for bar in outcome.case.bars):
        written.append(bars_plot(outcomes, folder / "bars.png"))
    return written


def axis_label(unit: str, rows_are: str) -> str:
    """Return what the horizontal axis shows."""
    if unit == RATE:
        return f"{rows_are} per second (more is better)"
    return "seconds (less is better)" if unit == SECONDS else "bytes (less is better)"


def system_plot(outcomes: Sequence[Outcome], path: Path) -> Path:
    """Draw one system: a panel for each case, a bar for each variant with its lowest and highest round."""
    from matplotlib import pyplot as plt

    shown = [
        [variant for variant in outcome.variants.values() if variant.samples]
        for outcome in outcomes
    ]
    heights = [1.0 + 0.42 * len(variants) for variants in shown]
    figure, axes = plt.subplots(
        len(outcomes),
        1,
        figsize=(10, sum(heights) + 0.5),
        height_ratios=heights,
        squeeze=False,
        layout="constrained",
    )
    for axis, outcome, variants in zip(axes[:, 0], outcomes, shown, strict=True):
        unit = outcome.case.unit
        medians = [variant.median or 0.0 for variant in variants]
        spread = [
            [m - min(s.value for s in v.samples) for m, v in zip(medians, variants, strict=True)],
            [max(s.value for s in v.samples) - m for m, v in zip(medians, variants, strict=True)],
        ]
        colors = ["#2a6f97" if v.variant.name.startswith("ours") else "#b8c4cc" for v in variants]
        axis.barh(range(len(variants)), medians, xerr=spread, color=colors, height=0.65, capsize=3)
        for row, (median, high) in enumerate(zip(medians, spread[1], strict=True)):
            axis.annotate(
                value_text(median, unit),
                (median + high, row),
                xytext=(6, 0),
                textcoords="offset points",
                va="center",
                fontsize=9,
            )
        axis.set_yticks(range(len(variants)), [v.variant.name for v in variants], fontsize=9)
        axis.invert_yaxis()
        axis.margins(x=0.18)
        axis.set_xlim(left=0)
        axis.set_title(outcome.case.operation, loc="left", fontsize=11, fontweight="bold")
        axis.set_xlabel(axis_label(unit, outcome.case.rows_are), fontsize=9)
        axis.tick_params(axis="x", labelsize=8)
        axis.spines[["top", "right"]].set_visible(False)
        axis.xaxis.get_major_formatter().set_scientific(False)
    figure.savefig(path, dpi=110)
    plt.close(figure)
    return path


COLORS = {MET: "#3a7d44", MISSED: "#b23a48", UNCLEAR: "#c98a00"}
SHOWN_BEYOND = 8  # times the bar, beyond which a ratio is drawn at the edge


def bars_plot(outcomes: Sequence[Outcome], path: Path) -> Path:
    """Draw every bar in a row of its own, by system: how far the ratio and its interval are beyond the bar."""
    from matplotlib import pyplot as plt

    bars = [
        (outcome, bar) for outcome in outcomes for bar in outcome.case.bars if outcome.ratio(bar)
    ]
    words = [outcome.verdict(bar) for outcome, bar in bars]
    systems = list(dict.fromkeys(outcome.case.system for outcome, _ in bars))
    figure, axes = plt.subplots(
        len(systems),
        1,
        sharex=True,
        squeeze=False,
        figsize=(12.5, 0.3 * len(bars) + 0.42 * len(systems) + 1.2),
        height_ratios=[
            sum(outcome.case.system == system for outcome, _ in bars) + 0.6 for system in systems
        ],
        layout="constrained",
    )
    for axis, system in zip(axes[:, 0], systems, strict=True):
        rows = [(outcome, bar) for outcome, bar in bars if outcome.case.system == system]
        for row, (outcome, bar) in enumerate(rows):
            draw_bar(axis, row, outcome, bar)
        axis.axvline(1, color="#222222", linewidth=1.2, zorder=1)
        axis.set_yticks(
            range(len(rows)), [outcome.case.operation for outcome, _ in rows], fontsize=8.5
        )
        axis.set_ylim(len(rows) - 0.4, -0.6)
        axis.set_title(system, loc="left", fontsize=10, fontweight="bold", pad=3)
        axis.tick_params(axis="both", length=0)
        axis.spines[:].set_visible(False)
        axis.set_facecolor("#f5f6f7")
    last = axes[-1, 0]
    last.set_xscale("log")
    last.set_xlim(1 / 2.2, SHOWN_BEYOND * 1.25)
    ticks = (0.5, 1, 1.5, 2, 4, SHOWN_BEYOND)
    last.set_xticks(ticks, ["the bar" if tick == 1 else f"{tick:g} x" for tick in ticks])
    last.minorticks_off()
    last.set_xlabel("how far beyond its bar; right is better", fontsize=9)
    counts = ", ".join(f"{words.count(word)} {word}" for word in COLORS if word in words)
    figure.suptitle(f"{len(bars)} bars: {counts}", fontsize=13, fontweight="bold")
    figure.savefig(path, dpi=110)
    plt.close(figure)
    return path


def draw_bar(axis: Any, row: int, outcome: Outcome, bar: Bar) -> None:
    """Draw one bar's row: the interval as a line, the ratio as a dot, both as text at the right."""

    def beyond(ratio: float) -> float:
        score = ratio / bar.ratio if bar.op == ">=" else bar.ratio / ratio
        return min(max(score, 1 / 2), SHOWN_BEYOND)

    ratio, interval = outcome.ratio(bar), outcome.interval(bar)
    assert ratio is not None and interval is not None
    color = COLORS[outcome.verdict(bar)]
    axis.plot([1, beyond(ratio)], [row, row], color=color, alpha=0.35, linewidth=6, zorder=2)
    axis.plot([beyond(end) for end in interval], [row, row], color=color, linewidth=2, zorder=3)
    axis.plot([beyond(ratio)], [row], "o", color=color, markersize=6, zorder=4)
    relation = {">=": "at least", "<=": "at most"}[bar.op]
    compared = f"{bar.variant} / {bar.of}" if bar.of else bar.variant
    axis.annotate(
        ratio_text(ratio),
        (1.08, row),
        xycoords=("axes fraction", "data"),
        ha="right",
        va="center",
        fontsize=9,
        color=color,
        fontweight="bold",
    )
    axis.annotate(
        f"{compared}, {relation} {ratio_text(bar.ratio)}",
        (1.09, row),
        xycoords=("axes fraction", "data"),
        va="center",
        fontsize=8,
        color="#444444",
    )
