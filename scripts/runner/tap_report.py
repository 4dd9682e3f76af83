"""Runs one pgTAP file with psql and judges its TAP, strictly: what is odd is a failure."""

import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from tap.line import Result
from tap.parser import Parser

from runner.server import Server

TIMEOUT_SECONDS = 600
# Words with which a description goes on from the one above it.
CONTINUING = {
    "also",
    "and",
    "but",
    "else",
    "nor",
    "or",
    "so",
    "then",
    "unless",
    "until",
    "which",
}

Outcome = Literal["ok", "not ok", "skip", "todo"]


@dataclass
class Assertion:
    """One TAP line with the diagnostics under it."""

    description: str
    outcome: Outcome
    reason: str = ""
    diagnostics: list[str] = field(default_factory=list)


@dataclass
class Report:
    """What a file reported: its assertions, why all of it was skipped, and what is wrong."""

    assertions: list[Assertion]
    skipped: str | None
    problems: list[str]
    stray: list[str] = field(default_factory=list)  # diagnostics before the first assertion


def run(server: Server, database: str, file: Path) -> Report:
    """Run a file against a database and return its report."""
    command = [server.psql(), "-X", "-qAt", "-v", "ON_ERROR_STOP=1", "-f", str(file)]
    try:
        done = subprocess.run(
            command,
            cwd=file.parent,
            env=server.environment(database),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=TIMEOUT_SECONDS,
        )
    except subprocess.TimeoutExpired:
        return Report([], None, [f"still running after {TIMEOUT_SECONDS} s"])
    report = judge(done.stdout, done.stderr, done.returncode)
    report.problems += [
        f"'{assertion.description}' is no sentence that names a rule"
        for assertion in report.assertions
        if assertion.outcome != "skip" and not is_sentence(assertion.description)
    ]
    return report


def is_sentence(description: str) -> bool:
    """Tell whether a description can be read without the one above it: whole, with no ellipsis."""
    words = description.split()
    continues = words and words[0].lower() in CONTINUING
    return len(words) >= 4 and not continues and "..." not in description and "…" not in description


def judge(output: str, errors: str, exit_status: int) -> Report:
    """Judge what psql printed."""
    assertions: list[Assertion] = []
    plans: list[int] = []
    skipped: str | None = None
    problems: list[str] = []
    stray: list[str] = []
    # tap.py takes every line of 1, two characters and a digit for a plan, a large number that a query shows too
    output = re.sub(r"^(?=1..\d)(?!1\.\.)", " ", output, flags=re.MULTILINE)
    for line in Parser().parse_text(output):
        if line.category == "plan":
            plans.append(line.expected_tests)
            if line.skip:
                skipped = line.directive.text
        elif line.category == "test":
            expected = len(assertions) + 1
            if line.number != expected:
                problems.append(f"test {line.number} came where test {expected} was due")
            description = line.description.removeprefix("- ")
            assertions.append(Assertion(description, outcome(line), line.directive.text))
        elif line.category == "diagnostic":
            text = line.text.removeprefix("#").removeprefix(" ")
            (assertions[-1].diagnostics if assertions else stray).append(text)
        elif line.category == "bail":
            problems.append(f"bailed out: {line.reason}")
    if exit_status != 0:
        problems.append(f"died: psql ended with status {exit_status}\n{errors.strip()}".rstrip())
    if not plans:
        problems.append("no plan" if assertions else "empty: no plan and no assertion")
    elif len(plans) > 1:
        problems.append(f"{len(plans)} plans; a file has one")
    elif plans[0] != len(assertions):
        problems.append(f"planned {plans[0]} assertions, ran {len(assertions)}")
    elif not assertions and skipped is None:
        problems.append("empty: no assertion")
    return Report(assertions, skipped, problems, stray)


def outcome(line: Result) -> Outcome:
    """Return how a TAP line counts, its directive heeded."""
    if line.skip:
        return "skip"
    if line.todo and not line.ok:
        return "todo"
    return "ok" if line.ok else "not ok"
