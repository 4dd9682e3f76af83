"""Benchmarks: `scripts/gamekeeper bench` runs every system's cases and says which bars are missed."""

import importlib
import json
import pkgutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.status import Status

from benchmarks import report
from benchmarks.harness import Case, Options, Outcome, run_case
from runner import Problem


def all_cases() -> list[Case]:
    """Collect the cases of every module of this package that has some."""
    modules = [
        importlib.import_module(f"{__name__}.{found.name}")
        for found in pkgutil.iter_modules(__path__)
    ]
    return [case for module in modules for case in getattr(module, "CASES", [])]


def choose(cases: Sequence[Case], systems: Sequence[str], only: str | None) -> list[Case]:
    """Keep the cases of some systems whose name holds some text."""
    known = sorted({case.system for case in cases})
    if unknown := set(systems) - set(known):
        raise Problem(f"no system is called {', '.join(sorted(unknown))}: {', '.join(known)}", 2)
    return [
        case
        for case in cases
        if (not systems or case.system in systems) and (only is None or only in case.name)
    ]


def chosen(systems: Sequence[str], only: str | None) -> list[Case]:
    """Return the cases that a run is asked for; where there are none, say which there would be."""
    cases = choose(all_cases(), systems, only)
    if not cases:
        names = "\n".join(f"  {case.name}" for case in choose(all_cases(), systems, None))
        raise Problem(f"no case of these has {only} in its name:\n{names}", 2)
    return cases


def tell(status: Status, heading: str, text: str) -> None:
    """Show which round of which variant is running."""
    status.update(f"{heading} · {text}")


def run(
    server: str,
    template: str,
    cases: Sequence[Case],
    options: Options,
    console: Console,
) -> list[Outcome]:
    """Run cases one after the other, each in a database of its own made from the template."""
    outcomes = []
    for number, case in enumerate(cases, 1):
        heading = f"[{number}/{len(cases)}] {case.system}: {case.operation}"
        with console.status(heading) as status:
            show = partial(tell, status, heading)
            outcome = run_case(case, server, template, options, show)
        outcomes.append(outcome)
        console.print(report.case_table(outcome))
    return outcomes


def main(
    server: str,
    template: str,
    root: Path,
    console: Console,
    *,
    systems: Sequence[str] = (),
    only: str | None = None,
    quick: bool = False,
    seconds: float | None = None,
    rounds: int | None = None,
    publish: bool = False,
) -> list[Outcome]:
    """Run the chosen cases, print tables, write JSON and plots; a missed bar is reported, not fatal.

    `server` is a connection string to the server, `template` the name of a database there with the
    whole plan deployed and nobody connected to it.
    """
    if publish and quick:
        raise Problem("the smoke test is not published: leave out --quick", 2)
    if publish and (systems or only):
        raise Problem("a run is published whole: leave out the systems and --only", 2)
    peers = root / ".gamekeeper" / "peers"
    options = Options.smoke(peers) if quick else Options(peers=peers)
    options = Options(
        quick=quick,
        seconds=seconds or options.seconds,
        rounds=rounds or options.rounds,
        peers=peers,
    )
    cases = chosen(systems, only)
    started = datetime.now(UTC)
    outcomes = run(server, template, cases, options, console)
    console.print(report.summary(outcomes))
    if quick:
        console.print("[yellow]This was the smoke test: its figures are no claim.[/]")
    sizes = {"--seconds": seconds, "--rounds": rounds}
    words = [f"{name} {value:g}" for name, value in sizes.items() if value] + [
        "--publish"
    ] * publish
    command = " ".join(["scripts/bench", *words])
    document = report.document(outcomes, report.machine(server), started, options, command)
    folder = root / "bench-results"
    folder.mkdir(exist_ok=True)
    stamp = f"{started:%Y%m%dT%H%M%SZ}"
    written = folder / f"{stamp}.json"
    written.write_text(json.dumps(document, indent=2) + "\n")
    plots = report.plots(outcomes, folder / stamp)
    console.print(f"Written: {written.relative_to(root)} and {len(plots)} plots beside it")
    if publish:
        published = root / "docs" / "benchmarks"
        published.mkdir(parents=True, exist_ok=True)
        published.joinpath("latest.json").write_text(json.dumps(document, indent=2) + "\n")
        published.joinpath("latest.md").write_text(report.markdown(document))
        report.plots(outcomes, published)
        readme = root / "README.md"
        readme.write_text(report.quoted(readme.read_text(), document))
        console.print(f"Published: {published.relative_to(root)}, quoted in README.md")
    return outcomes
