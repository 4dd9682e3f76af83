"""Calls to sqitch, with its output as progress."""

import os
import re
import shutil
import signal
import subprocess
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import psycopg
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from runner import ROOT, Problem
from runner.server import Server

LINE = re.compile(
    r"^(?P<name>@?[^%@\s][^\s]*)(?:\s+\[(?P<requires>[^\]]*)\])?\s+(?P<rest>\d{4}-.*)$",
    re.MULTILINE,
)
INCLUDE = re.compile(r"^\\ir (?P<file>\S+)\n", re.MULTILINE)
DEPLOYING = "gamekeeper deploy"  # the name of a deploy's connections
PATIENCE = 300  # seconds that a deploy waits for another one
DONE = re.compile(r"^\s*(?:[+*-] )?(?P<name>\S+) \.\.+ ok$")


@dataclass(frozen=True)
class Change:
    """One line of the plan; a tag is one too, and changes nothing."""

    name: str
    requires: tuple[str, ...]
    rest: str = ""  # the moment, the planner and the note
    tag: str = ""  # of a change that is reworked later: the tag until which this script holds

    @property
    def system(self) -> str:
        return self.name.split("/", 1)[0]

    def script(self, kind: str) -> Path:
        """Return its deploy, revert or verify script."""
        return ROOT / kind / f"{self.name}{self.tag}.sql"

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
    return [change for change in lines(text) if not change.name.startswith("@")]


def lines(text: str) -> list[Change]:
    """Return the changes and tags of a plan's text in order.

    A change that stands there twice was reworked: the scripts of the earlier one are named for the tag after it.
    """
    found: list[Change] = []
    later: set[str] = set()
    tag = ""
    for line in reversed(list(LINE.finditer(text))):
        name, requires = line["name"], tuple((line["requires"] or "").split())
        if name.startswith("@"):
            tag = name
        found.append(Change(name, requires, line["rest"], tag if name in later else ""))
        later.add(name)
    return found[::-1]


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
    """Deploy what is missing, each change verified, with a progress bar.

    It can be interrupted at any moment and called again. Sqitch runs in a session of its own, so that
    Ctrl-C ends it at once instead of making it revert, and a failed change is reverted alone.
    """
    wait_for_others(server, console)
    missing = unrecorded(server)
    if len(missing) == len(plan()):
        check_preflight(server)
    elif missing and is_new(missing[0]) and is_there(server, missing[0]):
        record(server, missing[0])
        console.print(f"{missing[0].name} was made by a deploy that was interrupted; recorded now")
        missing = missing[1:]
    if not missing:
        console.print(f"[green]deployed[/] all {len(plan())} changes are there already")
        return
    process = subprocess.Popen(
        [program(), "deploy", "--verify", "--mode", "change"],
        cwd=ROOT,
        env=server.environment() | {"PGAPPNAME": DEPLOYING},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
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
    try:
        with bar:
            task = bar.add_task("deploying", total=len(missing))
            for line in process.stdout:
                said.append(line)
                if done := DONE.match(line):
                    bar.update(task, advance=1, description=done["name"])
    except KeyboardInterrupt:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        raise Problem("interrupted; the same command goes on from here", 130) from None
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


def unrecorded(server: Server) -> list[Change]:
    """Return the changes that the registry does not name yet."""
    with server.connect() as conn:
        if conn.execute("select to_regclass('sqitch.changes')").fetchone() == (None,):
            return plan()
        rows = conn.execute("select change from sqitch.changes where project = 'gamekeeper'")
        recorded = Counter(row[0] for row in rows)
    missing = []
    for change in plan():
        if recorded[change.name]:
            recorded[change.name] -= 1
        else:
            missing.append(change)
    return missing


def wait_for_others(server: Server, console: Console) -> None:
    """Wait until no other deploy is at work here, such as what an interrupted one has left running."""
    waiting = "select exists (select from pg_stat_activity where datname = current_database() and application_name = %s)"
    with server.connect() as conn:
        end = time.monotonic() + PATIENCE
        if conn.execute(waiting, [DEPLOYING]).fetchone() == (True,):
            console.print("waiting until another deploy is over")
        while conn.execute(waiting, [DEPLOYING]).fetchone() == (True,):
            if time.monotonic() > end:
                raise Problem("another deploy is at work in this database; wait until it is over")
            time.sleep(0.1)


def check_preflight(server: Server) -> None:
    """Refuse an empty database for what the plan's first change would, before Sqitch makes its registry there."""
    with server.connect() as conn:
        try:
            conn.execute((ROOT / "deploy" / "core" / "preflight.sql").read_bytes())
        except psycopg.errors.RaiseException as refused:
            raise Problem(str(refused.diag.message_primary), 2) from None


def is_new(change: Change) -> bool:
    """Tell whether a change makes what was not there before: a reworked one, which requires what it was at a tag, may
    verify before it is deployed."""
    return not any(required.startswith(f"{change.name}@") for required in change.requires)


def is_there(server: Server, change: Change) -> bool:
    """Tell whether a change that is not recorded is there: its verify script says so."""
    arguments = ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", str(change.script("verify"))]
    ran = subprocess.run(
        [server.psql(), *arguments], env=server.environment(), capture_output=True, check=False
    )
    return ran.returncode == 0


def record(server: Server, change: Change) -> None:
    """Write a change that is there into the registry."""
    ran = subprocess.run(
        [program(), "deploy", "--log-only", "--to", f"{change.name}{change.tag}"],
        cwd=ROOT,
        env=server.environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode != 0:
        raise Problem(
            f"sqitch could not record {change.name}:\n{complaint(ran.stdout + ran.stderr)}"
        )


def complaint(output: str) -> str:
    """Return the lines of sqitch's output that are not about successes."""
    return "\n".join(line for line in output.splitlines() if line.strip() and not DONE.match(line))
