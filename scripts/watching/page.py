"""The live page of `scripts/gamekeeper watch`: health and the same figures that Prometheus gets, in the terminal."""

import time
from collections.abc import Iterator
from decimal import Decimal
from io import StringIO
from pathlib import Path

import psycopg
from rich.columns import Columns
from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from runner.server import Connection, Server
from watching import Column, Query, errors, queries

PICTURE_WIDTH = 220
MOST_ROWS = 8  # of a query with labels: the largest first
Figures = dict[str, list[dict[str, object]]]


def figures(conn: Connection, log: errors.Follower | None = None) -> Figures:
    """Run every query of the list; one that is refused has no rows. What the database can't know, its log tells."""
    found: Figures = {}
    for query in queries():
        if query.sql is None:
            found[query.name] = log.rows() if log and query.name == errors.QUERY else []
            continue
        try:
            cursor = conn.execute(query.sql.encode())
        except psycopg.Error:
            found[query.name] = []
            continue
        names = [column.name for column in cursor.description or ()]
        found[query.name] = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    return found


def shown(value: object) -> str:
    """Return a figure as people read it."""
    if isinstance(value, (float, Decimal)):
        places = 6 if abs(float(value)) < 1 else 1
        return f"{value:,.{places}f}".rstrip("0").rstrip(".")
    return f"{value:,}" if isinstance(value, int) else str(value)


def rates(now: Figures, before: Figures | None, seconds: float) -> Iterator[tuple[Query, Table]]:
    """Yield a table for each query; where there is a look before, a counter is shown per second, or by another counter."""
    for query in queries():
        if query.name == "gamekeeper_health":
            continue
        table = Table(box=None, padding=(0, 1), show_header=bool(query.labels))
        for label in query.labels:
            table.add_column(label)
        last = {
            tuple(row[label] for label in query.labels): row
            for row in (before or {}).get(query.name, [])
        }
        if query.labels:
            for column in query.metrics:
                table.add_column(f"{column.name}{by(column)}", justify="right")
        rows = now[query.name]
        if query.labels:
            first = query.metrics[0].name
            rows = sorted(rows, key=lambda row: -float(str(row[first])))[:MOST_ROWS]
        for row in rows:
            key = tuple(row[label] for label in query.labels)
            cells = [
                grown(row, last.get(key, {}) if before else None, column, seconds)
                if column.kind == "counter"
                else shown(row[column.name])
                for column in query.metrics
            ]
            if query.labels:
                table.add_row(*map(str, key), *cells)
            else:
                for column, cell in zip(query.metrics, cells, strict=True):
                    table.add_row(f"{column.name.replace('_', ' ')}{by(column)}", cell)
        yield query, table


def by(column: Column) -> str:
    """Return what a counter is divided by, as a suffix of its name."""
    return f"/{column.per or 's'}" if column.kind == "counter" else ""


def grown(
    row: dict[str, object], last: dict[str, object] | None, column: Column, seconds: float
) -> str:
    """Return how much a counter has grown, a second or by its other counter. One that was not there before began at 0."""
    if last is None:
        return "-"

    def growth(name: str) -> float:
        return float(str(row[name])) - float(str(last.get(name, 0)))

    divisor = growth(column.per) if column.per else seconds
    return shown(growth(column.name) / divisor) if divisor > 0 else "-"


def page(conn: Connection, now: Figures, before: Figures | None, seconds: float) -> RenderableType:
    """Return the page."""
    health = conn.execute("select name, ok, detail, action from core.health()").fetchall()
    wrong = [row for row in health if not row[1]]
    state = Table(box=None, padding=(0, 1), show_header=False)
    state.add_row(Text(f"{len(health) - len(wrong)} of {len(health)} checks are well", "green"))
    for name, _, detail, action in wrong:
        state.add_row(Text(f"{name}: {detail}", "red"))
        state.add_row(Text(f"  {action}", "dim"))
    panels = [
        Panel(table, title=query.title, title_align="left")
        for query, table in rates(now, before, seconds)
        if table.row_count
    ]
    title = f"{conn.info.dbname}, {time.strftime('%H:%M:%S')}"
    return Group(Panel(state, title=f"health of {title}", title_align="left"), Columns(panels))


def draw(shown: RenderableType, picture: Path) -> None:
    """Write a page as an SVG picture."""
    paper = Console(file=StringIO(), record=True, width=PICTURE_WIDTH)
    paper.print(shown)
    paper.save_svg(str(picture), title="scripts/gamekeeper watch")


def watch(
    server: Server,
    console: Console,
    every: float,
    looks: int | None,
    logs: Path | None = None,
    picture: Path | None = None,
) -> None:
    """Show the page anew every so many seconds, for ever or for a number of looks, of which the last can be a picture."""
    with server.connect() as conn:
        log = errors.Follower(logs, conn.info.dbname) if logs else None
        before: Figures | None = None
        at = time.monotonic()
        with Live(
            console=console, auto_refresh=False, screen=console.is_terminal and not looks
        ) as live:
            while True:
                now, began = figures(conn, log), time.monotonic()
                shown = page(conn, now, before, began - at)
                live.update(shown, refresh=True)
                before, at = now, began
                if looks is not None:
                    looks -= 1
                    if looks <= 0:
                        break
                time.sleep(every)
        if picture:
            draw(shown, picture)
