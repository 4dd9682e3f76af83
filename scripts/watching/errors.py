"""Counts the errors that the server raised, by code. They roll back what they end, so that no table can: its log tells them.

A log is known by its first line, which names a session and a line of it. So it is the same log after a rotation that renames
or copies it, and another one after a rotation that empties it.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from psycopg import errors as postgres

from runner import ROOT, Problem
from watching import queries

QUERY = "gamekeeper_errors"
SEVERITIES = {"ERROR", "FATAL", "PANIC"}
LOG = re.compile(r".+\.json([.-]\d+)?")
CATALOG_ROW = re.compile(r"^  \('([A-Z][A-Z0-9_]*)', '(KG\d{3})', \d{3}, ", re.MULTILINE)
# What the server writes of a line before the texts of people begin. Within a text every quote has a backslash before it.
TEXTS = b',"message":"'
MOST_OF_A_LINE = 64 * 1024
# Codes beside those of the package that are told as 0 before the first of them, since a counter that begins with 1 shows no
# increase: the server is broken, or lacks memory, disk or connections.
SERIOUS = ("53000", "53100", "53200", "53300", "58000", "58030", "58P01", "XX000", "XX001", "XX002")
OTHER = "other"


@dataclass
class Seen:
    """What earlier runs have read: how far each log, and how many errors of each code."""

    places: dict[str, int]
    counts: Counter[str]


def catalog(root: Path = ROOT) -> dict[str, str]:
    """Return the package's SQLSTATEs and their codes."""
    return {
        sqlstate: code
        for path in sorted((root / "deploy").rglob("*.sql"))
        if "insert into core.errors " in (text := path.read_text())
        for code, sqlstate in CATALOG_ROW.findall(text)
    }


def name_of(sqlstate: str, package: dict[str, str]) -> str:
    """Return the code of the package, or what PostgreSQL calls the condition."""
    if sqlstate in package:
        return package[sqlstate]
    try:
        words = postgres.lookup(sqlstate).__name__
    except KeyError:
        return OTHER
    return re.sub(r"(?<!^)(?=[A-Z])", "_", words.rstrip("_")).lower()


def raised(line: bytes, database: str | None) -> str | None:
    """Return the SQLSTATE of the error that a line of the log tells, if it tells one of this database."""
    head, texts, _ = line.partition(TEXTS)
    try:
        told = json.loads(head + b"}" if texts else line)
    except ValueError:
        return None
    if not isinstance(told, dict) or told.get("error_severity") not in SEVERITIES:
        return None
    if database is not None and told.get("dbname") != database:
        return None
    return str(told.get("state_code", OTHER))


def identity(path: Path) -> str | None:
    """Return what a log is known by, if its first line is whole."""
    with path.open("rb") as log:
        first = log.readline(MOST_OF_A_LINE)
    if not first.endswith(b"\n") and len(first) < MOST_OF_A_LINE:
        return None
    return hashlib.sha256(first).hexdigest()


def lines(path: Path, place: int) -> Iterator[tuple[bytes, int]]:
    """Yield the beginning of each whole line from a place on, and the place behind the line."""
    with path.open("rb") as log:
        log.seek(place)
        while line := log.readline(MOST_OF_A_LINE):
            end = line
            while not end.endswith(b"\n"):
                end = log.readline(MOST_OF_A_LINE)
                if not end:
                    return
            yield line, log.tell()


def logs(folder: Path) -> Iterator[tuple[Path, str]]:
    """Yield each log of a folder, and what it is known by."""
    for path in sorted(folder.iterdir()):
        if not LOG.fullmatch(path.name) or not path.is_file():
            continue
        if (known_by := identity(path)) is not None:
            yield path, known_by


def read_on(folder: Path, seen: Seen, database: str | None, package: dict[str, str]) -> Seen:
    """Read what was written to the logs of a folder since, and return all that was seen."""
    places: dict[str, int] = {}
    counts = Counter(seen.counts)
    for path, known_by in logs(folder):
        place = places.get(known_by, seen.places.get(known_by, 0))
        for line, behind in lines(path, place):
            place = behind
            if (sqlstate := raised(line, database)) is not None:
                counts[sqlstate if name_of(sqlstate, package) != OTHER else OTHER] += 1
        places[known_by] = place
    return Seen(places, counts)


@contextlib.contextmanager
def readable() -> Iterator[None]:
    """Say in one line what this user may not read or write."""
    try:
        yield
    except PermissionError as error:
        raise Problem(f"{error.filename} may not be read or written by this user") from None


def whole_lines(path: Path) -> int:
    """Return the place behind the last line of a log that is whole."""
    with path.open("rb") as log:
        end = log.seek(0, os.SEEK_END)
        while end:
            begin = max(0, end - MOST_OF_A_LINE)
            log.seek(begin)
            if (newline := log.read(end - begin).rfind(b"\n")) >= 0:
                return begin + newline + 1
            end = begin
    return 0


class Follower:
    """Follows the logs of a folder from now on, for one database."""

    def __init__(self, folder: Path, database: str) -> None:
        if not folder.is_dir():
            raise Problem(f"{folder} is no folder")
        self.folder = folder
        self.database = database
        self.package = catalog()
        with readable():
            self.seen = Seen(
                {known_by: whole_lines(path) for path, known_by in logs(folder)}, Counter()
            )

    def rows(self) -> list[dict[str, object]]:
        """Return how often each SQLSTATE was raised since, as the rows of a query."""
        with readable():
            self.seen = read_on(self.folder, self.seen, self.database, self.package)
        return [
            {"code": sqlstate, "name": name_of(sqlstate, self.package), "raised": count}
            for sqlstate, count in sorted(self.seen.counts.items())
        ]


def exposition(counts: Counter[str], package: dict[str, str]) -> str:
    """Return the counts as node exporter's textfile collector reads them."""
    (column,) = next(query for query in queries() if query.name == QUERY).metrics
    told = dict.fromkeys((*package, *SERIOUS, OTHER), 0) | counts
    return (
        f"# HELP {column.metric} {column.help}\n# TYPE {column.metric} {column.kind}\n"
        + "".join(
            f'{column.metric}{{code="{sqlstate}",name="{name_of(sqlstate, package)}"}} {count}\n'
            for sqlstate, count in sorted(told.items())
        )
    )


def state_of(path: Path) -> Seen:
    """Return what the last run left."""
    if not path.exists():
        return Seen({}, Counter())
    try:
        kept = json.loads(path.read_text())
        return Seen(dict(kept["places"]), Counter(kept["counts"]))
    except (ValueError, KeyError, TypeError):
        raise Problem(f"{path} is damaged; remove it to count the logs anew") from None


def replace(path: Path, text: str) -> None:
    """Write a file so that whoever reads it sees the old text or the new one."""
    half = path.with_name(f"{path.name}.half")
    with half.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    half.replace(path)


@contextlib.contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait for another run that writes to the same folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def count(folder: Path, textfile: Path, database: str | None) -> int:
    """Add the errors that the logs tell since the last run to a textfile, and return how many they are."""
    for needed in (folder, textfile.parent):
        if not needed.is_dir():
            raise Problem(f"{needed} is no folder")
    package = catalog()
    state = textfile.with_name(f"{textfile.name}.state")
    with readable(), alone(textfile.parent):
        before = state_of(state)
        now = read_on(folder, before, database, package)
        replace(state, json.dumps({"places": now.places, "counts": now.counts}))
        replace(textfile, exposition(now.counts, package))
    return now.counts.total() - before.counts.total()
