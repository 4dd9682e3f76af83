"""Reads from a deployed database what clients may call and see, in a form that both languages are written from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg.rows import namedtuple_row

from clients.documents import PLACES
from reference.catalog import TAGS, tags
from runner import SCHEMAS, Problem

QUERIES = Path(__file__).parent / "queries"
RAISES = re.compile(r"\s*Raises: (?P<codes>[A-Z][A-Z0-9_, ]*)\.")
# What such a record has depends on its phase: any column may be null.
PHASED = {"cards.table_state"}
SYSTEMS = tuple(schema for schema in SCHEMAS if schema != "auth")


@dataclass(frozen=True)
class Type:
    """A type of the catalog: its name in SQL, what it is, of what it is made."""

    sql: str
    kind: str  # base, enum, record, array, json
    name: str = ""  # of a record: schema.name; of a base type: its name in pg_catalog
    labels: tuple[str, ...] = ()
    element: "Type | None" = None
    form: str = ""  # of json: clients.documents


@dataclass(frozen=True)
class Field:
    """An argument, or a column of a record."""

    name: str
    type: Type
    nullable: bool
    comment: str = ""
    has_default: bool = False
    clients_may: tuple[str, ...] = ()


@dataclass(frozen=True)
class Record:
    """A row type: of a table, of a composite type, or of what a function declares to return."""

    schema: str
    name: str
    kind: str  # table, view, type, columns
    comment: str
    fields: tuple[Field, ...]


@dataclass(frozen=True)
class Function:
    """What may be called."""

    schema: str
    name: str
    method: str  # the name, made unique where it is overloaded
    arguments: tuple[Field, ...]
    result: Type | None  # None: void
    many: bool
    comment: str
    caller: str
    repeat: str  # key, index, natural, or none: it only reads
    raises: tuple[str, ...]

    @property
    def key(self) -> str | None:
        """The argument that makes a repetition the same request."""
        names = {argument.name for argument in self.arguments}
        wanted = {"key": ("idempotency_key", "correlation_id"), "index": ("expected_index",)}
        return next((name for name in wanted.get(self.repeat, ()) if name in names), None)


@dataclass(frozen=True)
class Error:
    """A row of core.errors."""

    code: str
    sqlstate: str
    http_status: int
    meaning: str
    hint: str


@dataclass(frozen=True)
class Catalog:
    """All of it."""

    functions: tuple[Function, ...]
    records: Mapping[str, Record]
    enums: Mapping[str, tuple[str, ...]]
    errors: tuple[Error, ...]
    unnamed: tuple[str, ...]  # jsonb of which clients.documents does not say what it holds


def plain(comment: str | None) -> str:
    """Return a comment without its tags."""
    return TAGS.sub("", comment or "").strip()


class Reader:
    """Reads one database."""

    def __init__(self, conninfo: str) -> None:
        """Read the catalog's rows."""
        with psycopg.connect(conninfo, row_factory=namedtuple_row) as conn:
            conn.execute("set search_path = ''")
            asked = {"schemas": list(SYSTEMS)}

            def rows(name: str) -> list[Any]:
                return conn.execute((QUERIES / f"{name}.sql").read_bytes(), asked).fetchall()

            self.types = {row.oid: row for row in rows("types")}
            self.columns: dict[int, list[Any]] = {}
            for column in rows("columns"):
                self.columns.setdefault(column.relation, []).append(column)
            self.functions = rows("functions")
            self.errors = tuple(Error(*row) for row in rows("errors"))
        self.records: dict[str, Record] = {}
        self.enums: dict[str, tuple[str, ...]] = {}
        self.unnamed: list[str] = []

    def type(self, oid: int, place: str) -> Type:
        """Return a type, as it stands at a place."""
        row = self.types[oid]
        if row.base:
            return self.type(row.base, place)
        if row.element:
            return Type(row.sql, "array", element=self.type(row.element, place))
        if row.kind == "e":
            self.enums[f"{row.schema}.{row.name}"] = tuple(row.labels)
            return Type(row.sql, "enum", f"{row.schema}.{row.name}", tuple(row.labels))
        if row.kind == "c":
            return Type(row.sql, "record", self.record(row))
        if row.name in ("json", "jsonb"):
            if place not in PLACES:
                self.unnamed.append(place)
            return Type(row.sql, "json", form=PLACES.get(place, "Json"))
        return Type(row.sql, "base", row.name)

    def record(self, row: Any) -> str:
        """Learn the record of a row type and return its name; what a table compiles for itself is no part of it."""
        name = f"{row.schema}.{row.name}"
        if name not in self.records:
            kind = {"c": "type", "v": "view"}.get(row.relkind, "table")
            self.records[name] = Record(
                row.schema,
                row.name,
                kind,
                plain(row.comment),
                tuple(
                    Field(
                        column.name,
                        self.type(column.type, f"{name}.{column.name}"),
                        name in PHASED or may_be_null(column, kind),
                        plain(column.comment),
                        column.has_default or not column.required,
                        tuple(column.clients_may) if not column.is_generated else ("SELECT",),
                    )
                    for column in self.columns[row.relation]
                    if not (column.is_generated and self.types[column.type].kind == "c")
                ),
            )
        return name

    def function(self, row: Any, method: str) -> Function:
        """Return what a function is to its callers."""
        full = f"{row.schema}.{row.name}"
        modes = row.modes
        inputs = [i for i, mode in enumerate(modes) if mode in ("i", "b", "v")]
        outputs = [i for i, mode in enumerate(modes) if mode in ("o", "t", "b")]
        required = len(inputs) - row.defaults
        arguments = tuple(
            Field(
                row.names[i],
                self.type(row.types[i], f"{full}({row.names[i]})"),
                nullable=bool(re.search(rf"\b{row.names[i]} null\b", row.comment)),
                has_default=at >= required,
            )
            for at, i in enumerate(inputs)
        )
        if outputs:
            fields = tuple(
                Field(
                    row.names[i], self.type(row.types[i], f"{full}.{row.names[i]}"), nullable=True
                )
                for i in outputs
            )
            self.records[full] = Record(
                row.schema, row.name, "columns", f"A row of {full}.", fields
            )
            result = Type("record", "record", full)
        elif self.types[row.result].name == "void":
            result = None
        else:
            result = self.type(row.result, f"{full}()")
        said = tags(row.comment)
        found = RAISES.search(row.comment)
        comment = RAISES.sub("", plain(row.comment), count=1).strip()
        return Function(
            row.schema,
            row.name,
            method,
            arguments,
            result,
            row.many,
            comment,
            next(tag for tag in said if tag in ("client", "operator", "service")),
            next((tag.split()[1] for tag in said if tag.startswith("repeat:")), "none"),
            tuple(found["codes"].split(", ")) if found else (),
        )

    def read(self) -> Catalog:
        """Return all of it."""
        functions = []
        methods: set[str] = set()
        for row in self.functions:
            method = row.name
            if f"{row.schema}.{method}" in methods:
                method = f"{row.name}_{row.names[0]}"
            if f"{row.schema}.{method}" in methods:
                raise Problem(f"{row.schema}.{row.name} is overloaded in a way that has no names")
            methods.add(f"{row.schema}.{method}")
            functions.append(self.function(row, method))
        for row in self.types.values():  # tables and views that clients may read
            columns = self.columns.get(row.relation, []) if row.relkind in ("r", "p", "v") else []
            if row.schema in SYSTEMS and any("SELECT" in c.clients_may for c in columns):
                self.record(row)
        return Catalog(
            tuple(functions),
            dict(sorted(self.records.items())),
            dict(sorted(self.enums.items())),
            self.errors,
            tuple(sorted(set(self.unnamed))),
        )


def may_be_null(column: Any, kind: str) -> bool:
    """Tell whether a column may be null: the table says so; of other records the comment, where it has one."""
    if kind == "table":
        return not column.required
    return not column.comment or bool(re.search(r"\bnull\b", column.comment, re.I))


def read(conninfo: str) -> Catalog:
    """Return what clients may call and see in a deployed database."""
    return Reader(conninfo).read()
