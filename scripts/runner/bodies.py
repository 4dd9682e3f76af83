"""Lints what sqlfluff can't see: the SQL inside of bodies, read by Postgres's own parser (pglast).

An alias always has `as`, a body refers to a parameter as `function_name.parameter` and to a local as `_name`.
"""

import json
import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Any

from pglast import ast, parse_sql, parser
from pglast.enums import FunctionParameterMode
from pglast.visitors import Skip, Visitor

# Keywords after which a name is no alias, though they may be names themselves.
BEFORE_A_NAME = {"by", "conflict", "insert", "of", "over", "set", "update", "values"}
VALUE_ENDS = {"IDENT", "SCONST", "ICONST", "FCONST", "ASCII_41", "ASCII_93"}
STATEMENT, EXPRESSION = 0, 2  # PL/pgSQL's modes of parsing; what is above is an assignment
NEVER_DECLARED = {"found", "sqlstate", "sqlerrm"}


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong at an offset of the file, and the text whose insertion there would mend it."""

    offset: int
    message: str
    insert: str = ""


@dataclass(frozen=True)
class Fragment:
    """Some SQL that parses once it has its head, and where its text begins in the file."""

    sql: str
    offset: int
    head: str = ""


def faults(text: str) -> list[Fault]:
    """Return the faults of one file of SQL in order."""
    found: set[Fault] = set()
    statements: Any = parse_sql(text)  # pglast's nodes say of nothing that it is always there
    for raw in statements:
        end = raw.stmt_location + raw.stmt_len if raw.stmt_len else len(text)
        statement = Fragment(text[raw.stmt_location : end], raw.stmt_location)
        if isinstance(raw.stmt, ast.CreateFunctionStmt):
            found.update(function_faults(statement, raw.stmt))
        else:
            found.update(sql_faults(statement))
    return sorted(found)


def mend(text: str) -> str:
    """Return a file with its faults mended that an insertion mends."""
    for fault in reversed(faults(text)):
        text = text[: fault.offset] + fault.insert + text[fault.offset :]
    return text


def function_faults(statement: Fragment, function: Any) -> Iterator[Fault]:
    """Find the faults of a function."""
    name = function.funcname[-1].sval
    parameters = {parameter.name for parameter in function.parameters or () if parameter.name}
    options = {option.defname: option.arg for option in function.options or ()}
    if "as" not in options:
        yield from sql_faults(statement, name, parameters)
        return
    body = options["as"][0].sval
    start = statement.offset + statement.sql.index(body)
    if options["language"].sval == "sql":
        yield from sql_faults(Fragment(body, start), name, parameters)
    if options["language"].sval == "plpgsql":
        tree = plpgsql_tree(function, body)
        yield from local_faults(tree, body, start, parameters)
        for fragment in fragments(tree, body, start):
            yield from sql_faults(fragment, name, parameters)


# PL/pgSQL -------------------------------------------------------------------------------------


def plpgsql_tree(function: Any, body: str) -> Any:
    """Parse a body under a head with the same names, in which no type needs a catalog."""
    parameters: list[str] = []
    columns: list[str] = []
    for parameter in function.parameters or ():
        is_column = parameter.mode == FunctionParameterMode.FUNC_PARAM_TABLE
        kind = plain_type(parameter.argType)
        name = f'"{parameter.name}"' if parameter.name else ""
        (columns if is_column else parameters).append(f"{name} {kind}")
    returned = plain_type(function.returnType) if function.returnType else "void"
    if columns:
        returned = f"table ({', '.join(columns)})"
    elif function.returnType and function.returnType.setof:
        returned = f"setof {returned}"
    declared = re.compile(
        r"^( *(_?\w+) +(?:constant +)?)[a-z]+\.\w+((?:\[\])?)(?= *(?:;|:=|not null))", re.M
    )
    scalars: set[str] = set()  # of types of ours that are neither rows nor arrays: enumerations

    def plain(found: re.Match[str]) -> str:
        return found[1] + ("text[]" if found[3] else "text" if found[2] in scalars else "record")

    while True:
        known = re.sub(
            r"^ *declare\b.*?^ *begin\b",
            lambda section: declared.sub(plain, section[0]),
            body,
            flags=re.M | re.S,
        )
        text = (
            f"create function {function.funcname[-1].sval}({', '.join(parameters)})"
            f" returns {returned} language plpgsql as $body${known}$body$"
        )
        try:
            return json.loads(parser.parse_plpgsql_json(text))
        except parser.ParseError as error:
            scalar = re.search(r'"(\w+)" is not a scalar variable', str(error))
            if not scalar or scalar[1] in scalars:
                raise
            scalars.add(scalar[1])


def plain_type(kind: Any) -> str:
    """Return a type's name, or one that stands for it where only our catalog knows it."""
    *schema, name = (part.sval for part in kind.names)
    if schema in ([], ["pg_catalog"]):
        return f"{name}[]" if kind.arrayBounds else str(name)
    return "text[]" if kind.arrayBounds else "record"


def local_faults(tree: Any, body: str, start: int, parameters: Set[str]) -> Iterator[Fault]:
    """Find the locals that are not called `_name`."""
    for node in nodes(tree):
        name, line = node.get("refname", ""), node.get("lineno")
        known = parameters | NEVER_DECLARED
        if line and re.fullmatch(r"[a-z]\w*", name) and name not in known:
            yield Fault(start + line_start(body, line), f"the local {name} is not called _{name}")


def fragments(tree: Any, body: str, start: int) -> Iterator[Fragment]:
    """Yield the SQL of a PL/pgSQL tree where it stands in the body."""
    for line, node in with_lines(tree, 1):
        query, mode = node["query"], node.get("parseMode", STATEMENT)
        if query.startswith("SELECT"):  # where `perform` was
            query, mode = query.removeprefix("SELECT").lstrip(), EXPRESSION
        if case := re.match(r'"__Case__Variable_\d+__" IN \(', query):
            query = query[case.end() : -1]
        place = find(query, body, line_start(body, line))
        if mode > EXPRESSION:
            target = re.match(r".*?(?:[^:<>=!]|:(?==))=", query, re.S)
            assert target is not None
            place, query = place + target.end(), query[target.end() :]
        yield Fragment(query, start + place, "" if mode == STATEMENT else "select ")


def find(query: str, body: str, line: int) -> int:
    """Return where a query stands in a body. What was taken out of it, such as INTO, is spaces there."""
    pattern = re.escape(query).replace("\\ ", r"[\s\S]").replace("\\\n", r"\n")
    found = re.compile(rf"(?<!\w)(?<![^.]\.){pattern}").search(body, line)
    assert found is not None, query
    return found.start()


def line_start(body: str, line: int) -> int:
    """Return the offset of a line."""
    return sum(len(text) for text in body.splitlines(keepends=True)[: line - 1])


def nodes(tree: Any) -> Iterator[dict[str, Any]]:
    """Yield every object of a JSON document."""
    if isinstance(tree, dict):
        yield tree
    for part in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from nodes(part)


def with_lines(tree: Any, line: int) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield every expression of a PL/pgSQL tree with the line on which its statement begins."""
    if isinstance(tree, dict):
        line = tree.get("lineno", line)
        if isinstance(tree.get("query"), str):
            yield line, tree
    for part in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from with_lines(part, line)


# SQL ------------------------------------------------------------------------------------------


class Names(Visitor):
    """Collects what a statement calls things, and what it refers to."""

    def __init__(self) -> None:
        """Begin with nothing."""
        super().__init__()
        self.aliases: set[str] = set()
        self.tables: set[str] = set()
        self.references: list[Any] = []
        self.sorted_by_name: set[int] = set()

    def visit_Alias(self, _: Any, node: Any) -> None:  # noqa: N802  pglast's names
        self.aliases.add(node.aliasname)
        self.tables.add(node.aliasname)

    def visit_RangeVar(self, _: Any, node: Any) -> None:  # noqa: N802
        self.tables.add(node.relname)

    def visit_CommonTableExpr(self, _: Any, node: Any) -> None:  # noqa: N802
        self.tables.add(node.ctename)

    def visit_ResTarget(self, _: Any, node: Any) -> None:  # noqa: N802
        if node.name and node.val:
            self.aliases.add(node.name)

    def visit_SelectStmt(self, _: Any, node: Any) -> None:  # noqa: N802
        named = {target.name for target in node.targetList or ()}
        for item in node.sortClause or ():
            is_column = isinstance(item.node, ast.ColumnRef)
            if is_column and getattr(item.node.fields[-1], "sval", None) in named:
                self.sorted_by_name.add(item.node.location)

    def visit_InferClause(self, _: Any, __: Any) -> Any:  # noqa: N802
        return Skip  # Postgres knows no parameter in what infers an index

    def visit_ColumnRef(self, _: Any, node: Any) -> None:  # noqa: N802
        self.references.append(node)


def sql_faults(
    fragment: Fragment, function: str = "", parameters: Set[str] = frozenset()
) -> Iterator[Fault]:
    """Find aliases without `as`, and parameters without their function's name."""
    names = Names()
    names(parse_sql(fragment.head + fragment.sql))
    tokens = parser.scan(fragment.sql)
    for before, token, after in zip(tokens, tokens[1:], [*tokens[2:], None], strict=False):
        word = fragment.sql[token.start : token.end + 1].strip('"')
        ends = before.name in VALUE_ENDS or (
            before.kind in ("UNRESERVED_KEYWORD", "COL_NAME_KEYWORD")
            and fragment.sql[before.start : before.end + 1].lower() not in BEFORE_A_NAME
        )
        if word in names.aliases and ends and not (after and after.name == "ASCII_46"):
            yield Fault(fragment.offset + token.start, f"the alias {word} has no `as`", "as ")
    for reference in names.references:
        first = reference.fields[0]
        name = first.sval if isinstance(first, ast.String) else ""
        is_table = len(reference.fields) > 1 and name in names.tables
        if name in parameters and not is_table and reference.location not in names.sorted_by_name:
            offset = fragment.offset + reference.location - len(fragment.head)
            yield Fault(offset, f"the parameter {name} is not {function}.{name}", f"{function}.")
