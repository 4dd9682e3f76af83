"""Hostile arguments for every client function, generated from the catalog's types.

An argument that PostgreSQL itself can't read as its type is the gateway's to refuse, so only what passes the cast is
called. The sample call of tests/calls.py gives the other arguments.
"""

from __future__ import annotations

import copy
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql
from tests.calls import HOSTILE, At, Call, ClientFunction, statement
from tests.world import World

MEGABYTE = 1_000_000
DEEP = 2_000
# A number of nine characters that is written with 131072 digits.
LONG_NUMBER = "1e131071"

NUMBERS = ["0", "-1", "1", "2147483647", "-2147483648"]
JSON_LEAVES: list[str] = [
    "null",
    "true",
    "0",
    "-1",
    "1.5",
    "1e-9",
    "9999999999999999999",
    LONG_NUMBER,
    "-" + LONG_NUMBER,
    '""',
    '"x"',
    '"NaN"',
    '"\\u202e"',
    "[]",
    "{}",
    json.dumps("x" * 100_000),
    "[" * DEEP + "]" * DEEP,
    json.dumps(list(range(20_000))),
]
DOCUMENTS: list[str] = [
    *JSON_LEAVES,
    json.dumps("x" * MEGABYTE),
    json.dumps(dict.fromkeys(map(str, range(80_000)), 0)),
    json.dumps([{"a": 1}] * 100_000),
    '{"a":' * DEEP + "0" + "}" * DEEP,
    f"[{','.join([LONG_NUMBER] * 10_000)}]",
    f'{{"type": {LONG_NUMBER}, "state": "Idle"}}',
]
VALUES: dict[str, list[str]] = {
    "text": [
        "",
        " ",
        "x",
        "x" * MEGABYTE,
        "%" * 100_000,
        "_" * MEGABYTE,
        "(" * 100_000,
        "\\" * 100_000,
        "\u202e",
        "\u200b",
        "\n",
        "\x01",
        "\U0001f600" * 250_000,
        "0" * 100_000,
        "NaN",
        "null",
    ],
    "uuid": [
        "00000000-0000-0000-0000-000000000000",
        "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "12345678-1234-4234-9234-123456789012",
    ],
    "boolean": ["true", "false"],
    "smallint": ["0", "-1", "32767", "-32768"],
    "integer": NUMBERS,
    "bigint": [*NUMBERS, "9223372036854775807", "-9223372036854775808"],
    "numeric": [
        *NUMBERS,
        "NaN",
        "Infinity",
        "-Infinity",
        LONG_NUMBER,
        "-" + LONG_NUMBER,
        "1e-16000",
        "9" * 100_000,
        "0.00005",
        "1000000000000000000",
    ],
    "double precision": [*NUMBERS, "NaN", "Infinity", "-Infinity", "1e308", "5e-324"],
    "timestamp with time zone": [
        "infinity",
        "-infinity",
        "294276-12-31 23:59:59.999999Z",
        "4714-11-24 00:00:00Z BC",
        "epoch",
        "2026-11-26 00:00Z",
    ],
    "interval": ["0", "-1 day", "1 microsecond", "178000000 years", "-178000000 years"],
    "date": ["infinity", "-infinity", "5874897-12-31", "4714-11-24 BC", "epoch"],
    "bytea": ["\\x", "\\x00", "\\x" + "ff" * (MEGABYTE // 2)],
}
VALUES["character"] = VALUES["text"]


@dataclass(frozen=True)
class Finding:
    """A call that the database did not answer as it should."""

    function: str
    argument: str
    value: str
    problem: str

    def __str__(self) -> str:
        """Show the value's beginning."""
        return f"{self.function} {self.argument} = {self.value[:60]!r}: {self.problem}"


def mutations(document: Any) -> Iterator[str]:
    """Yield a JSON document with each of its leaves and branches replaced by each hostile one, and with more keys."""
    marker = "\x00here"

    def places(node: Any) -> Iterator[tuple[Any, Any]]:
        keys = (
            list(node)
            if isinstance(node, dict)
            else range(len(node))
            if isinstance(node, list)
            else []
        )
        for key in keys:
            yield node, key
            yield from places(node[key])

    whole = copy.deepcopy(document)
    for node, key in list(places(whole)):
        kept, node[key] = node[key], marker
        text = json.dumps(whole)
        node[key] = kept
        for leaf in JSON_LEAVES:
            yield text.replace(json.dumps(marker), leaf)
        if isinstance(kept, list) and kept:
            node[key] = kept * 2_000
            yield json.dumps(whole)
            node[key] = kept
    if isinstance(whole, dict):
        yield json.dumps({**whole, "unheard of": 1})


class Types:
    """What the catalog says of types."""

    def __init__(self, connection: psycopg.Connection) -> None:
        """Read labels of enumerations and fields of composite types."""
        self.connection = connection
        self.labels: dict[str, list[str]] = {}
        for name, label in connection.execute(
            "select format_type(t.oid, null), e.enumlabel from pg_enum as e join pg_type as t on t.oid = e.enumtypid order by e.enumsortorder"
        ).fetchall():
            self.labels.setdefault(name, []).append(label)
        self.fields: dict[str, list[tuple[str, str]]] = {}
        for name, field, kind in connection.execute(
            """
            select format_type(t.oid, null), a.attname, format_type(a.atttypid, null)
            from pg_type as t join pg_class as c on c.oid = t.typrelid
            join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            join pg_namespace as n on n.oid = t.typnamespace
            where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc') order by a.attnum
            """
        ).fetchall():
            self.fields.setdefault(name, []).append((field, kind))

    def values(self, kind: str, sample: str | None) -> Iterator[str | None]:
        """Yield hostile values of a type; some are changed samples."""
        yield None
        if kind.endswith("[]"):
            yield from self.arrays(kind[:-2])
        elif kind == "jsonb":
            yield from DOCUMENTS
            if sample is not None:
                yield from mutations(json.loads(sample))
        elif kind in self.labels:
            yield from self.labels[kind]
        elif kind in self.fields:
            yield from self.records(kind, sample)
        else:
            assert kind in VALUES, f"no hostile values for {kind}: add some"
            yield from VALUES[kind]

    def arrays(self, kind: str) -> Iterator[str]:
        """Yield arrays of a type: empty, of nulls, long, of two dimensions, with other bounds."""
        one = {"text": "x", "uuid": VALUES["uuid"][0]}.get(kind, "1")
        yield from (
            "{}",
            "{null}",
            f"{{{one}}}",
            f"{{{{{one},{one}}},{{{one},{one}}}}}",
            f"[5:6]={{{one},{one}}}",
        )
        for length in (11, 5_000, 100_000):
            yield "{" + ",".join([one] * length) + "}"
            yield "{" + ",".join(["null"] * length) + "}"
        for value in VALUES.get(kind, []):
            if value and len(value) < 1000 and "\\" not in value and '"' not in value:
                yield f'{{"{value}"}}'

    def records(self, kind: str, sample: str | None) -> Iterator[str]:
        """Yield composite values: all null, and the sample with each field replaced."""
        yield "(" + "," * (len(self.fields[kind]) - 1) + ")"
        for field, field_kind in self.fields[kind]:
            for value in self.values(field_kind, None):
                yield from self.replaced(kind, sample, {field: (value, field_kind)})
        arrays = {
            f: ("{" + ",".join(["1"] * 5_000) + "}", k)
            for f, k in self.fields[kind]
            if k.endswith("[]")
        }
        if arrays:
            yield from self.replaced(kind, sample, arrays)

    def replaced(
        self, kind: str, sample: str | None, changes: Mapping[str, tuple[str | None, str]]
    ) -> Iterator[str]:
        """Yield the sample with some fields replaced, where PostgreSQL can read them."""
        fields = sql.SQL(", ").join(
            sql.SQL("{}::{}").format(sql.Placeholder(name), sql.SQL(field_kind))
            if name in changes
            else sql.SQL("(r.v).{}").format(sql.Identifier(name))
            for name, field_kind in self.fields[kind]
        )
        query = sql.SQL("select (row({})::{})::text from (select {}::{} as v) as r").format(
            fields, sql.SQL(kind), sql.Placeholder("sample"), sql.SQL(kind)
        )
        try:
            with self.connection.transaction():
                row = self.connection.execute(
                    query, {"sample": sample, **{n: v for n, (v, _) in changes.items()}}
                ).fetchone()
        except psycopg.Error:
            return
        if row and row[0] is not None and len(row[0]) <= MEGABYTE:
            yield row[0]


def cpu_seconds(pid: int) -> float | None:
    """Return the CPU time that a local process has used; None where it can't be seen."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Fuzz:
    """Calls functions with hostile arguments and tells what went wrong."""

    def __init__(self, world: World, seconds: float = 0.1) -> None:
        """Open a connection a caller."""
        self.world = world
        self.seconds = seconds
        self.owner = world.connect("owner")
        self.types = Types(self.owner)
        self.connections: dict[str, psycopg.Connection] = {}
        self.calls = 0
        self.slowest: list[tuple[float, str, str, str]] = []

    def connection(self, who: str) -> psycopg.Connection:
        """Return a caller's connection, whose calls last a second at most."""
        if who not in self.connections:
            self.connections[who] = self.world.connect(who)
            self.connections[who].execute("set statement_timeout = '1s'")
        return self.connections[who]

    def readable(self, function: ClientFunction, arguments: Mapping[str, str | None]) -> bool:
        """Tell whether PostgreSQL can read every argument as its type: a gateway can pass on nothing else."""
        types = dict(function.arguments)
        casts = [
            sql.SQL("{}::{}").format(sql.Placeholder(name), sql.SQL(types[name]))
            for name in arguments
        ]
        try:
            self.owner.execute(sql.SQL("select {}").format(sql.SQL(", ").join(casts)), arguments)
        except psycopg.Error:
            return False
        return True

    def reading_seconds(
        self, function: ClientFunction, arguments: Mapping[str, str | None]
    ) -> float:
        """Return the CPU time that PostgreSQL takes to read the arguments, before any function is called."""
        pid = self.owner.info.backend_pid
        before = cpu_seconds(pid)
        self.readable(function, arguments)
        return (cpu_seconds(pid) or 0) - (before or 0)

    def cases(
        self, function: ClientFunction, line: Call
    ) -> Iterator[tuple[str, str | None, dict[str, str | None]]]:
        """Yield argument, value and all arguments of each hostile call."""
        sample = line.values(self.world)
        yield "all", None, dict.fromkeys(sample)
        for name, kind in function.arguments:
            for value in self.types.values(kind, sample[name]):
                yield name, value, {**sample, name: value}
        for arguments in HOSTILE.get(function.name, ()):
            given = {
                n: self.world.names[v.name] if isinstance(v, At) else v
                for n, v in arguments.items()
            }
            yield ", ".join(given), ", ".join(map(str, given.values())), {**sample, **given}

    def answer(
        self, who: str, function: str, arguments: Mapping[str, str | None]
    ) -> tuple[psycopg.Error | None, float]:
        """Call once and roll back; return the error, and the CPU time that the call took."""
        connection = self.connection(who)
        pid = connection.info.backend_pid
        before = cpu_seconds(pid)
        failed = None
        try:
            with connection.transaction(force_rollback=True):
                connection.execute(statement(function, arguments), arguments)
        except psycopg.Error as error:
            failed = error
        self.calls += 1
        return failed, (cpu_seconds(pid) or 0) - (before or 0)

    def findings(self, function: ClientFunction, line: Call) -> Iterator[Finding]:
        """Yield what is wrong with a function's answers."""
        for argument, value, arguments in self.cases(function, line):
            # up to three times: a plan may be made for the first time, the machine busy with something else
            for _ in range(3):
                error, used = self.answer(line.caller, function.name, arguments)
                if used > self.seconds:
                    used -= self.reading_seconds(function, arguments)
                timed_out = error is not None and error.sqlstate == "57014"
                if not timed_out and used <= self.seconds:
                    break
            self.slowest.append((used, function.name, argument, str(value)[:40]))
            problem = None
            if timed_out:
                problem = f"not answered within a second, {used:.2f} s of CPU"
            elif used > self.seconds:
                problem = f"{used:.2f} s of CPU"
            elif (
                error is not None
                and not (error.sqlstate or "").startswith("KG")
                and self.readable(function, arguments)
            ):
                problem = f"{error.sqlstate} {str(error).splitlines()[0][:100]}"
            if problem and not (line.caller == "operator" and (timed_out or used > self.seconds)):
                yield Finding(function.name, argument, str(value), problem)
