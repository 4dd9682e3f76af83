"""What a drill found: checks, figures and measurements, as JSON, as a table and as a picture."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

FOLDER = Path(".gamekeeper") / "drills"


@dataclass(frozen=True)
class Check:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


@dataclass
class Report:
    """One drill: when, what was looked at, what was counted, and how long calls took over its course."""

    drill: str
    started_at: datetime
    checks: list[Check] = field(default_factory=list)
    figures: dict[str, Any] = field(default_factory=dict)
    # (seconds since the start, milliseconds of a call), and (seconds since the start, what happened)
    calls: list[tuple[float, float]] = field(default_factory=list)
    events: list[tuple[float, str]] = field(default_factory=list)

    @staticmethod
    def now() -> datetime:
        """Return the instant at which a drill begins."""
        return datetime.now(UTC)

    @property
    def ok(self) -> bool:
        """Whether something was looked at, and all of it was well."""
        return bool(self.checks) and all(check.ok for check in self.checks)

    def check(self, name: str, ok: bool, detail: str) -> None:
        """Note one check."""
        self.checks.append(Check(name, ok, detail))

    def extend(self, checks: Iterable[Check]) -> None:
        """Note checks as they are made."""
        self.checks.extend(checks)

    def json(self) -> str:
        """Return the report as a JSON document."""
        document = asdict(self) | {"ok": self.ok}
        del document["calls"]
        return json.dumps(document, default=plain, indent=2) + "\n"

    def show(self, console: Console) -> None:
        """Print the report as a table."""
        table = Table(title=f"drill {self.drill}", title_justify="left")
        table.add_column("check")
        table.add_column("")
        table.add_column("seen", overflow="fold")
        for check in self.checks:
            mark = "[green]ok[/]" if check.ok else "[red]not ok[/]"
            table.add_row(check.name, mark, check.detail)
        for name, value in self.figures.items():
            table.add_row(name, "", str(value))
        console.print(table)

    def save(self, folder: Path) -> list[Path]:
        """Write the report and, where calls were timed, the picture; return what was written."""
        folder.mkdir(parents=True, exist_ok=True)
        stem = f"{self.drill}-{self.started_at:%Y%m%d-%H%M%S}"
        written = [folder / f"{stem}.json"]
        written[0].write_text(self.json())
        if self.calls:
            written.append(folder / f"{stem}.png")
            plot(self, written[1])
        return written


def plain(value: object) -> Any:
    """Return what JSON has no word for as text, a span of time in seconds."""
    return value.total_seconds() if isinstance(value, timedelta) else str(value)


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value that this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def plot(report: Report, file: Path) -> None:
    """Draw the time of each call over the course of the drill, with what was done to the server."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(figsize=(9, 4))
    axes.scatter(
        [at for at, _ in report.calls], [took for _, took in report.calls], s=3, label="a call"
    )
    for at, what in report.events:
        axes.axvline(at, color="firebrick", linewidth=1)
        axes.annotate(
            what, (at, 1), xycoords=("data", "axes fraction"), fontsize=7, rotation=90, va="top"
        )
    axes.set_yscale("log")
    axes.set_xlabel("seconds since the start")
    axes.set_ylabel("milliseconds until the answer")
    axes.set_title(f"drill {report.drill}")
    figure.tight_layout()
    figure.savefig(file, dpi=120)
    pyplot.close(figure)
