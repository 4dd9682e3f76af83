"""Calls to sqitch, with its output as progress."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from runner import ROOT, Problem
from runner.server import Server

CHANGE = re.compile(r"^(?P<name>[^%@\s][^\s]*)(?:\s+\[(?P<requires>[^\]]*)\])?\s+\d{4}-")
INCLUDE = re.compile(r"^\\ir (?P<file>\S+)\n", re.MULTILINE)
DONE = re.compile(r"^\s*(?:[+*-] )?(?P<name>\S+) \.\.+ ok$")


@dataclass(frozen=True)
class Change:
    """One line of the plan."""

    name: str
    requires: tuple[str, ...]

    @property
    def system(self) -> str:
        return self.name.split("/", 1)[0]

    def script(self, kind: str) -> Path:
        """Return its deploy, revert or verify script."""
        return ROOT / kind / f"{self.name}.sql"

    def sql(self, kind: str) -> str:
        """Return the text of a script with what it includes, for programs that are not psql."""
        path = self.script(kind)
        return INCLUDE.sub(
            lambda found: (path.parent / found["file"]).read_text(), path.read_text()
        )


def plan() -> list[Change]:
    """Return the changes of sqitch.plan in order."""
    return parse((ROOT / "sqitch.plan").read_text())


def parse(text: str) -> list[Change]:
    """Return the changes of a plan's text in order."""
    found = (CHANGE.match(line) for line in text.splitlines())
    return [Change(line["name"], tuple((line["requires"] or "").split())) for line in found if line]


def rooms() -> dict[str, list[str]]:
    """Return the rooms of each system, lowest first, as docs/architecture.md lists them."""
    text = (ROOT / "docs" / "architecture.md").read_text()
    return {
        system: names.split(" -> ")
        for system, names in re.findall(r"^- (\w+): (\w+(?: -> \w+)+)$", text, re.MULTILINE)
    }


def program() -> str:
    """Return the path of sqitch."""
    found = shutil.which("sqitch")
    if not found:
        raise Problem("sqitch is missing; install it with: apt-get install sqitch libdbd-pg-perl")
    return found


def run(server: Server, *arguments: str, database: str | None = None) -> int:
    """Run sqitch with its output passed through, and return its exit status."""
    return subprocess.run(
        [program(), *arguments], cwd=ROOT, env=server.environment(database), check=False
    ).returncode


def deploy(server: Server, console: Console) -> None:
    """Deploy what is missing, each change verified, with a progress bar."""
    with server.connect() as conn:
        registry = conn.execute("select to_regclass('sqitch.changes') is not null").fetchone()
        deployed: set[str] = set()
        if registry == (True,):
            rows = conn.execute("select change from sqitch.changes where project = 'gamekeeper'")
            deployed = {row[0] for row in rows}
    missing = [change for change in plan() if change.name not in deployed]
    if not missing:
        console.print(f"[green]deployed[/] all {len(deployed)} changes are there already")
        return
    process = subprocess.Popen(
        [program(), "deploy", "--verify"],
        cwd=ROOT,
        env=server.environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    said: list[str] = []
    bar = Progress(
        TextColumn("{task.description:<32}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
    )
    assert process.stdout is not None
    with bar:
        task = bar.add_task("deploying", total=len(missing))
        for line in process.stdout:
            said.append(line)
            if done := DONE.match(line):
                bar.update(task, advance=1, description=done["name"])
    if process.wait() != 0:
        text = complaint("".join(said))
        if "Cannot find change" in text:
            message = (
                "the database holds changes of another plan; deploy to another database, or, where"
                " it is the private server's, start over: scripts/gamekeeper down --delete"
            )
            raise Problem(message)
        raise Problem(f"sqitch deploy failed:\n{text}")
    console.print(f"[green]deployed[/] {len(missing)} changes with sqitch, each verified")


def complaint(output: str) -> str:
    """Return the lines of sqitch's output that are not about successes."""
    return "\n".join(line for line in output.splitlines() if line.strip() and not DONE.match(line))
