"""Statement and branch coverage of the plpgsql code, from plpgsql_check's profiler."""

from collections import defaultdict
from dataclasses import dataclass, field

from rich import box
from rich.console import Console
from rich.table import Table

from runner import stored_query
from runner.server import Connection

REQUIRED_PERCENT = 95.0
LONGEST_LIST = 60

# One statement: parent, note, block number, line, name, executions. By stmtid, by function.
Statement = list[int | str | None]
Profile = dict[str, dict[str, dict[str, Statement]]]

PARENT, NOTE, BLOCK, LINE, NAME, COUNT = range(6)


def read(conn: Connection, *, everything: bool) -> Profile:
    """Read the counters of one database: of all functions, or only of those that ran."""
    profile: Profile = {}
    for schema, signature, number, *statement in conn.execute(
        stored_query("plpgsql_profile"), {"all": everything}
    ):
        functions = profile.setdefault(schema, {})
        functions.setdefault(signature, {})[str(number)] = statement
    return profile


def forget(conn: Connection) -> None:
    """Give the counters of a database back, before it is dropped."""
    conn.execute("select plpgsql_profiler_reset(funcoid) from plpgsql_profiler_functions_all()")


def merge(into: Profile, more: Profile) -> None:
    """Add the counts of another database."""
    for schema, functions in more.items():
        for signature, statements in functions.items():
            known = into.setdefault(schema, {}).setdefault(signature, {})
            for number, statement in statements.items():
                if number in known:
                    known[number][COUNT] = count(known[number]) + count(statement)
                else:
                    known[number] = list(statement)


def count(statement: Statement) -> int:
    """Return how often a statement ran."""
    return int(statement[COUNT] or 0)


@dataclass
class Tally:
    """How much there is and how much of it ran."""

    statements: int = 0
    statements_run: int = 0
    branches: int = 0
    branches_run: int = 0
    uncovered: dict[str, list[int]] = field(default_factory=dict)

    def add(self, other: "Tally") -> None:
        self.statements += other.statements
        self.statements_run += other.statements_run
        self.branches += other.branches
        self.branches_run += other.branches_run
        self.uncovered |= other.uncovered

    @property
    def percent(self) -> float:
        return percent(self.statements_run, self.statements)


def percent(part: int, whole: int) -> float:
    """Return a share in percent; all of nothing is all."""
    return 100.0 * part / whole if whole else 100.0


def tally_function(signature: str, statements: dict[str, Statement]) -> Tally:
    """Count one function. Blocks and the return that plpgsql adds by itself are no statements."""
    result = Tally()
    bodies: dict[tuple[str, str], int] = {}
    uncovered: set[int] = set()
    for statement in statements.values():
        line = int(statement[LINE] or 0)
        if statement[NAME] != "statement block" and line:
            result.statements += 1
            result.statements_run += count(statement) > 0
            if not count(statement):
                uncovered.add(line)
        note = str(statement[NOTE] or "body")
        if note != "body" and statement[BLOCK] == 1:
            bodies[str(statement[PARENT]), note] = count(statement)
    taken: dict[str, list[int]] = defaultdict(list)
    with_else: set[str] = set()
    for (parent, note), executions in bodies.items():
        taken[parent].append(executions)
        if note.startswith("else") or note == "case else":
            with_else.add(parent)
    result.branches = len(bodies)
    result.branches_run = sum(executions > 0 for executions in bodies.values())
    # An IF without ELSE has one more branch: the one past it.
    for number, statement in statements.items():
        if statement[NAME] == "IF" and number not in with_else:
            result.branches += 1
            result.branches_run += count(statement) > sum(taken[number])
    if uncovered:
        result.uncovered[signature] = sorted(uncovered)
    return result


def tally(profile: Profile) -> tuple[dict[str, Tally], Tally]:
    """Count each schema and the whole."""
    schemas: dict[str, Tally] = {}
    total = Tally()
    for schema, functions in sorted(profile.items()):
        schemas[schema] = Tally()
        for signature, statements in sorted(functions.items()):
            schemas[schema].add(tally_function(signature, statements))
        total.add(schemas[schema])
    return schemas, total


def report(console: Console, profile: Profile) -> float:
    """Print coverage by schema and what is not covered; return the percentage of statements."""
    schemas, total = tally(profile)
    table = Table("schema", box=box.SIMPLE, title="plpgsql coverage", title_justify="left")
    table.add_column("statements", justify="right")
    table.add_column("branches", justify="right")
    for name, part in [*schemas.items(), ("total", total)]:
        table.add_row(
            name,
            f"{part.statements_run}/{part.statements} {part.percent:6.2f} %",
            f"{part.branches_run}/{part.branches}"
            f" {percent(part.branches_run, part.branches):6.2f} %",
            style="bold" if name == "total" else None,
        )
    console.print(table)
    listed = list(total.uncovered.items())
    for signature, lines in listed[:LONGEST_LIST]:
        console.print(
            f"not covered: {signature} line {', '.join(map(str, lines))}",
            soft_wrap=True,
            highlight=False,
            markup=False,
        )
    if len(listed) > LONGEST_LIST:
        console.print(f"not covered: {len(listed) - LONGEST_LIST} more functions")
    return total.percent
