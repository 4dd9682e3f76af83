"""Where the long measurements leave what they found: JSON for programs, a page and a plot for people."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks.loading import LOADS


def folder_of(root: Path, publish: bool) -> Path:
    """Make and return the folder of a run: the published one, or the ignored one."""
    folder = root / ("docs/benchmarks" if publish else "bench-results")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def keep_systems(written: Path, runs: dict[str, Any]) -> dict[str, Any]:
    """Write the runs of some systems over those that a file has of them; return all that it has then."""
    known = json.loads(written.read_text())["systems"] if written.exists() else {}
    known |= runs["systems"]
    kept = {"systems": {name: known[name] for name in LOADS if name in known}}
    written.write_text(json.dumps(kept, indent=2) + "\n")
    return kept


def tell_written(console: Console, root: Path, written: Sequence[Path]) -> None:
    """Say which files were written."""
    console.print("Written: " + ", ".join(str(path.relative_to(root)) for path in written))
