"""Runs what the documentation shows: the snippets of its pages and the examples beside it.

A page's fenced blocks run in order in one database. Their language says with what, the words after it
how:

- ```sql runs in one psql session per page. ```sql as=user (or anon, operator, service, owner) sets
  the role and the claims first, which stay until the next `as=`; `as=user:mira` is another user.
  ```sql error=STATE_ERROR must fail with that code.
- ```python runs with this Python, ```js with node and the npm package pg, both with DATABASE_URL set.
- ```bash holds commands: those of `RUN` are run, the first word of others must exist in the repository
  or be one of `SHOWN`, so that no command stands there unlooked at.
- ```output right after a block is its output. Ids, instants and digests are masked on both sides before
  they are compared, runs of blanks and dashes count as one, and `…` stands for anything.
- ```json must be JSON. Any other language, and `norun` after the language, is not run.

An example is a file docs/examples/NAME.sql beside NAME.out, the masked output of psql running it.
"""

import fcntl
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from psycopg.conninfo import conninfo_to_dict

from runner.server import libpq_variables

FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<info>[^`\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.M | re.S
)
SHOWN = (
    "cd",
    "git",
    "psql",
    "pip",
    "npm",
    "sqitch",
    "createdb",
    "export",
    "apt-get",
    "sudo",
    "docker",
)
LANGUAGES = ("sql", "python", "js", "bash", "json", "output")
SECONDS = 120
CLAIMS_ROLE = {
    "anon": "anon",
    "user": "authenticated",
    "operator": "authenticated",
    "service": "service_role",
}
MASKS = (
    (re.compile(r"\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"), "uuid"),
    (re.compile(r"\b[0-9a-f]{64}\b"), "digest"),
    (
        re.compile(
            r"\b\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}(?::?\d{2})?)?"
        ),
        "instant",
    ),
)


class Broken(Exception):
    """A snippet that does not do what the page says."""


class Missing(Exception):
    """A program that a snippet needs and that is not here."""


@dataclass(frozen=True)
class Block:
    """One fenced block of a page."""

    language: str
    words: Mapping[str, str]
    text: str
    line: int


@dataclass
class Page:
    """What running a page needs: where it is, its database, what it may skip."""

    path: Path
    root: Path
    environment: Mapping[str, str]
    psql: str = "psql"
    node: Path = Path(".gamekeeper/node")
    skipped: list[str] = field(default_factory=list)


def environment(conninfo: str) -> dict[str, str]:
    """Return the environment in which snippets find a database: DATABASE_URL and libpq's variables."""
    words = {key: str(value) for key, value in conninfo_to_dict(conninfo).items()}
    password = f":{quote(words['password'])}" if "password" in words else ""
    host = words.get("host", "127.0.0.1")
    address = f"{quote(host, safe='')}:{words.get('port', '5432')}"
    url = f"postgresql://{words['user']}{password}@{address}/{words['dbname']}"
    kept = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
    return {**kept, **libpq_variables(conninfo), "DATABASE_URL": url}


def blocks(text: str) -> list[Block]:
    """Return the fenced blocks of a Markdown text; refuse a fence that would not be seen."""
    found = []
    if stray := re.search(r"^[ \t>]*(?:`{3,}|~{3,}).*", FENCE.sub("", text), re.M):
        raise Broken(f"a fence begins with ``` at the line's start, and ends: {stray[0]}")
    for match in FENCE.finditer(text):
        language, *words = match["info"].split() or [""]
        pairs = {key: value for key, _, value in (word.partition("=") for word in words)}
        line = text.count("\n", 0, match.start()) + 1
        found.append(Block(language, pairs, match["body"], line))
    return found


def mask(text: str) -> str:
    """Number ids, digests and instants in the order in which they first appear, at their own width."""
    for pattern, kind in MASKS:
        seen: dict[str, str] = {}

        def numbered(match: re.Match[str], seen: dict[str, str] = seen, kind: str = kind) -> str:
            if kind == "instant":
                return MASKED_INSTANT
            if match[0] not in seen:
                number = len(seen) + 1
                seen[match[0]] = str(uuid.UUID(int=number)) if kind == "uuid" else f"{number:064x}"
            return seen[match[0]]

        text = pattern.sub(numbered, text)
    return text


RULER = re.compile(r"-+(?:\+-+)*")
MASKED_INSTANT = "2001-01-01 00:00:00+00"


def mangled_rulers(text: str) -> list[str]:
    """Return what is wrong with the lines under the headings of psql's tables.

    A ruler is as wide as the widest cell of each column, and crosses where its columns are separated.
    """
    faults = []
    lines = text.splitlines()
    for number, ruler in enumerate(lines):
        if not number or not RULER.fullmatch(ruler):
            continue
        rows = [lines[number - 1]]
        for line in lines[number + 1 :]:
            if not line.strip() or re.fullmatch(r"\(\d+ rows?\)", line):
                break
            rows.append(line)
        whole = [row for row in rows if row.strip() != "…"]
        start = 0
        for segment in ruler.split("+"):
            end = start + len(segment)
            cells = [row[start:end] for row in whole]
            widest = max(len(cell.strip().removesuffix("+").rstrip()) for cell in cells)
            crossed = all(row[end : end + 1] in ("|", "") for row in whole)
            is_known = len(whole) == len(rows) and not any(
                "…" in cell or MASKED_INSTANT in cell for cell in cells
            )
            if (not crossed and end < len(ruler)) or (is_known and widest + 2 != len(segment)):
                faults.append(f"the ruler {ruler} does not fit the table of {rows[0].strip()}")
                break
            start = end + 1
    return faults


def squeezed(text: str) -> list[str]:
    """Return the lines of a masked text without what depends on a column's width."""
    lines = [
        re.sub(r"-{2,}", "--", re.sub(r"\s+", " ", line)).strip()
        for line in mask(text).splitlines()
    ]
    return [line for line in lines if line]


def differs(expected: str, actual: str) -> str | None:
    """Return how an output differs from the expected one; None where it doesn't."""
    if mangled := mangled_rulers(expected):
        return mangled[0]
    wanted, got = (
        [line.rstrip() for line in mask(text).splitlines() if line.strip()]
        for text in (expected, actual)
    )
    # What is left out, and instants, which are of many lengths, change the width of a column.
    if any("…" in line or MASKED_INSTANT in line for line in wanted):
        wanted, got = squeezed(expected), squeezed(actual)
    pattern = "\n".join(
        "(?:.|\n)*?" if line == "…" else re.escape(line).replace("…", ".*?") for line in wanted
    )
    if re.fullmatch(pattern, "\n".join(got)):
        return None
    return f"expected:\n{expected.rstrip()}\ngot:\n{actual.rstrip()}"


def prelude(who: str) -> str:
    """Return the SQL that makes a psql session act as somebody."""
    kind, _, name = who.partition(":")
    if kind == "owner":
        return "reset role; select set_config('request.jwt.claims', '', false) \\g /dev/null\n"
    claims: dict[str, object] = {"role": CLAIMS_ROLE[kind]}
    if kind in ("user", "operator"):
        claims["sub"] = str(uuid.uuid5(uuid.NAMESPACE_OID, name or kind))
    if kind == "operator":
        claims["app_metadata"] = {"gamekeeper": "operator"}
    document = json.dumps(claims).replace("'", "''")
    return (
        f"reset role; set role {CLAIMS_ROLE[kind]}; "
        f"select set_config('request.jwt.claims', '{document}', false) \\g /dev/null\n"
    )


class Psql:
    """One psql session that runs a page's blocks and gives each block's output."""

    def __init__(self, page: Page) -> None:
        """Start it."""
        self.process = subprocess.Popen(
            [page.psql, "-X", "-q", "-P", "pager=off", "-P", "footer=on"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            cwd=page.root,
            env=page.environment,
        )
        self.run("set timezone = 'UTC'; set statement_timeout = '60s';\n")

    def run(self, text: str) -> str:
        """Run some statements and return what psql printed, errors too."""
        if self.process.stdin is None or self.process.stdout is None:
            raise Broken("psql has no pipes")
        marker = f"end of block {uuid.uuid4()}"
        # From a file, so that an open quote ends with the block and can't swallow the marker.
        with tempfile.NamedTemporaryFile("w", suffix=".sql") as file:
            file.write(text)
            file.flush()
            self.process.stdin.write(f"\\i {file.name}\n\\echo\n\\echo {marker}\n")
            self.process.stdin.flush()
            watchdog = threading.Timer(SECONDS, self.process.kill)
            watchdog.start()
            try:
                printed: list[str] = []
                for line in self.process.stdout:
                    if line.strip() == marker:
                        text = "".join(printed).removesuffix("\n")
                        return re.sub(r"^psql:[^:\n]*:\d+: ", "", text, flags=re.M)
                    printed.append(line)
            finally:
                watchdog.cancel()
        raise Broken("psql ended:\n" + "".join(printed))

    def close(self) -> None:
        """End it."""
        self.process.communicate(timeout=SECONDS)


def run_page(page: Page) -> None:
    """Run all blocks of a page in order and compare the outputs it shows."""
    found = blocks(page.path.read_text())
    session: Psql | None = None
    try:
        for number, block in enumerate(found):
            after = found[number + 1] if number + 1 < len(found) else None
            shows_output = after is not None and after.language == "output"
            if "norun" in block.words or block.language not in LANGUAGES:
                if shows_output:
                    raise Broken(f"line {block.line}: an output is shown of what is not run")
                continue
            if block.language == "output":
                before = found[number - 1].language if number else "output"
                if before == "output":
                    raise Broken(f"line {block.line}: an output of nothing")
                continue
            try:
                if block.language == "sql":
                    session = session or Psql(page)
                    output = run_sql(session, block)
                else:
                    output = run_block(page, block)
            except Missing as reason:
                page.skipped.append(f"line {block.line}: {reason}")
                continue
            if after and shows_output:
                difference = differs(after.text, output)
                if difference:
                    raise Broken(
                        f"line {block.line}: the output is not what the page shows\n{difference}"
                    )
    finally:
        if session:
            session.close()


def run_sql(session: Psql, block: Block) -> str:
    """Run an SQL block; it must fail exactly where it says so."""
    if "as" in block.words:
        session.run(prelude(block.words["as"]))
    output = session.run(block.text)
    failed = re.search(r"^ERROR:.*", output, re.M)
    wanted = block.words.get("error")
    if wanted is None and failed:
        raise Broken(f"line {block.line}: {output}")
    if wanted is not None and (not failed or wanted not in failed[0]):
        raise Broken(f"line {block.line}: did not fail with {wanted}: {output}")
    return output


def run_block(page: Page, block: Block) -> str:
    """Run a block of another language than SQL."""
    if block.language == "python":
        return run_program(page, block, [sys.executable, "-W", "error", "-"], page.root)
    if block.language == "js":
        program = node_folder(page) / "snippet.mjs"
        program.write_text(block.text)
        return run_program(page, block, ["node", program.name], program.parent)
    if block.language == "bash":
        return "".join(check_command(page, block, line) for line in commands(block.text))
    if block.language == "json":
        try:
            json.loads(block.text)
        except ValueError as error:
            raise Broken(f"line {block.line}: not JSON: {error}") from error
    return ""


def run_program(page: Page, block: Block, command: list[str], folder: Path) -> str:
    """Run a program, with the block as its standard input, and return what it printed."""
    done = subprocess.run(
        command,
        input=block.text,
        cwd=folder,
        env=page.environment,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise Broken(
            f"line {block.line}: exit status {done.returncode}\n{done.stdout}{done.stderr}"
        )
    return done.stdout


def node_folder(page: Page) -> Path:
    """Return a folder with the npm package pg, installed there at the first need."""
    return npm_folder(page.root / page.node, ["pg@8"])


def npm_folder(folder: Path, packages: Sequence[str]) -> Path:
    """Return a folder with some npm packages, installed there at the first need."""
    if not shutil.which("node") or not shutil.which("npm"):
        raise Missing("node and npm are not installed")
    folder.mkdir(parents=True, exist_ok=True)
    stamp = folder / "installed"
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # test processes come here together
        if not stamp.exists() or stamp.read_text().split() != list(packages):
            (folder / "package.json").write_text('{"private": true}\n')
            done = subprocess.run(
                ["npm", "install", "--no-audit", "--no-fund", "--loglevel=error", *packages],
                cwd=folder,
                capture_output=True,
                text=True,
                timeout=5 * SECONDS,
                check=False,
            )
            if done.returncode:
                raise Missing(f"npm could not install {packages}: {done.stderr.strip()[-300:]}")
            stamp.write_text("\n".join(packages))
    return folder


def commands(text: str) -> list[str]:
    """Return a bash block's commands, without comments."""
    joined = text.replace("\\\n", " ")
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in joined.splitlines())
    return [line for line in lines if line]


# Commands that are quick and harmless in any checkout: really run.
RUN = ("scripts/gamekeeper --help",)


def check_command(page: Page, block: Block, line: str) -> str:
    """Run a command that may be run, or see that its program exists."""
    if line in RUN:
        done = subprocess.run(
            line.split(),
            cwd=page.root,
            env=page.environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise Broken(f"line {block.line}: {line}: {done.stdout}{done.stderr}")
        return done.stdout
    words = [word for word in line.split() if not re.fullmatch(r"[A-Z_]+=\S*", word)]
    if words and words[0] not in SHOWN and not os.access(page.root / words[0], os.X_OK):
        raise Broken(f"line {block.line}: no such program: {line}")
    return ""


def run_example(file: Path, psql: str, environment: Mapping[str, str]) -> str:
    """Run an example's SQL with psql and return its masked output, statements included."""
    done = subprocess.run(
        [
            psql,
            "-X",
            "-q",
            "--echo-all",
            "-v",
            "ON_ERROR_STOP=1",
            "-P",
            "pager=off",
            "-f",
            file.name,
        ],
        cwd=file.parent,
        env={**environment, "PGTZ": "UTC"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode:
        raise Broken(f"{file.name} failed:\n{done.stdout}")
    # A line number in an error's prefix is of no use to a reader.
    text = re.sub(r"^psql:[^:\n]*:\d+: ", "", done.stdout, flags=re.M)
    return "\n".join(line.rstrip() for line in mask(text).splitlines()) + "\n"
