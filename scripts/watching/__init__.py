"""What an operator watches: one list of metrics, and the files for Prometheus and Grafana that are made from it."""

import json
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from runner import ROOT

FOLDER = Path("monitoring")
LIST = "metrics.toml"
MADE_BY = "# Made by scripts/gamekeeper docs from metrics.toml.\n"
WIDTH, HEIGHT, COLUMNS = 8, 7, 3


@dataclass(frozen=True)
class Column:
    """One column of a query: a label, or a metric."""

    query: str
    name: str
    kind: str
    help: str
    alert: str | None = None
    lasting: str = "5m"
    summary: str = ""
    per: str | None = None

    @property
    def metric(self) -> str:
        """The name that Prometheus knows it by."""
        return f"{self.query}_{self.name}"


@dataclass(frozen=True)
class Query:
    """One query and what its columns are; without SQL, what another program tells the same Prometheus."""

    name: str
    title: str
    sql: str | None
    columns: tuple[Column, ...]

    @property
    def metrics(self) -> list[Column]:
        return [column for column in self.columns if column.kind != "label"]

    @property
    def labels(self) -> list[str]:
        return [column.name for column in self.columns if column.kind == "label"]


def queries(root: Path = ROOT) -> list[Query]:
    """Return the list of metrics."""
    document = tomllib.loads((root / FOLDER / LIST).read_text())
    return [
        Query(
            name,
            found["title"],
            found.get("sql"),
            tuple(
                Column(
                    name,
                    column,
                    facts["kind"],
                    facts["help"],
                    facts.get("alert"),
                    facts.get("for", "5m"),
                    facts.get("summary", ""),
                    facts.get("per"),
                )
                for column, facts in found["columns"].items()
            ),
        )
        for name, found in document.items()
    ]


def files(root: Path = ROOT) -> dict[str, str]:
    """Return what the list makes: each file's name and text."""
    listed = queries(root)
    return {
        "queries.yaml": exporter_queries(listed),
        "alerts.yaml": alert_rules(listed),
        "dashboard.json": dashboard(listed),
    }


def stale(root: Path = ROOT) -> list[str]:
    """Return the names of the files that are not what the list makes."""
    folder = root / FOLDER
    return [
        name
        for name, text in files(root).items()
        if not (folder / name).exists() or (folder / name).read_text() != text
    ]


def write(root: Path = ROOT) -> list[str]:
    """Write the files that are stale and return their names."""
    names = stale(root)
    for name in names:
        (root / FOLDER / name).write_text(files(root)[name])
    return names


def quoted(text: str) -> str:
    """Return a text as YAML takes it: JSON is YAML."""
    return json.dumps(text, ensure_ascii=False)


def exporter_queries(listed: list[Query]) -> str:
    """Return the file for prometheus-postgres-exporter's --extend.query-path."""
    lines = [MADE_BY]
    for query in listed:
        if query.sql is None:
            continue
        lines += [f"{query.name}:\n", f"  query: {quoted(query.sql)}\n", "  metrics:\n"]
        for column in query.columns:
            lines += [
                f"    - {column.name}:\n",
                f"        usage: {column.kind.upper()}\n",
                f"        description: {quoted(column.help)}\n",
            ]
    return "".join(lines)


def alert_rules(listed: list[Query]) -> str:
    """Return the rules for Prometheus."""
    lines = [MADE_BY, "groups:\n", "  - name: gamekeeper\n", "    rules:\n"]
    for column in with_alert(listed):
        lines += [
            f"      - alert: {alert_name(column)}\n",
            f"        expr: {quoted(expression(column))}\n",
            f"        for: {column.lasting}\n",
            "        labels:\n          severity: warning\n",
            f"        annotations:\n          summary: {quoted(column.summary)}\n",
            '          handbook: "docs/operations/handbook.md"\n',
        ]
    lines += [
        "      - alert: GamekeeperNotScraped\n",
        '        expr: "absent(gamekeeper_health_ok)"\n',
        "        for: 5m\n",
        "        labels:\n          severity: critical\n",
        '        annotations:\n          summary: "nothing is heard of the database"\n',
        '          handbook: "docs/operations/handbook.md"\n',
    ]
    return "".join(lines)


def with_alert(listed: list[Query]) -> Iterator[Column]:
    """Yield the metrics that somebody is woken for."""
    return (column for query in listed for column in query.metrics if column.alert)


def alert_name(column: Column) -> str:
    """Return the name of a metric's alert."""
    return "".join(word.capitalize() for word in column.metric.split("_"))


def expression(column: Column) -> str:
    """Return the condition of a metric's alert."""
    assert column.alert is not None
    return column.alert.replace("{}", column.metric)


def dashboard(listed: list[Query]) -> str:
    """Return the dashboard for Grafana: a row for each query, a panel for each metric."""
    panels: list[dict[str, Any]] = []
    top = 0
    for query in listed:
        panels.append(
            {
                "type": "row",
                "id": len(panels) + 1,
                "title": query.title,
                "collapsed": False,
                "gridPos": {"x": 0, "y": top, "w": WIDTH * COLUMNS, "h": 1},
                "panels": [],
            }
        )
        top += 1
        for number, column in enumerate(query.metrics):
            panels.append(
                panel(
                    len(panels) + 1,
                    query,
                    column,
                    number % COLUMNS * WIDTH,
                    top + number // COLUMNS * HEIGHT,
                )
            )
        top += -(-len(query.metrics) // COLUMNS) * HEIGHT
    document = {
        "title": "Gamekeeper",
        "uid": "gamekeeper",
        "schemaVersion": 39,
        "editable": True,
        "refresh": "30s",
        "time": {"from": "now-6h", "to": "now"},
        "tags": ["gamekeeper"],
        "templating": {
            "list": [
                {
                    "name": "source",
                    "label": "Prometheus",
                    "type": "datasource",
                    "query": "prometheus",
                }
            ]
        },
        "panels": panels,
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def panel(number: int, query: Query, column: Column, left: int, top: int) -> dict[str, Any]:
    """Return one panel."""
    expression = column.metric
    title = column.name.replace("_", " ")
    if column.kind == "counter":
        expression = f"rate({column.metric}[5m])"
        title += " per second" if column.per is None else f" by {column.per}"
    if column.per:
        expression += f" / rate({query.name}_{column.per}[5m])"
    legend = " ".join(f"{{{{{label}}}}}" for label in query.labels)
    return {
        "type": "timeseries",
        "id": number,
        "title": title,
        "description": column.help,
        "datasource": {"type": "prometheus", "uid": "${source}"},
        "gridPos": {"x": left, "y": top, "w": WIDTH, "h": HEIGHT},
        "fieldConfig": {"defaults": {"unit": unit(column), "min": 0}, "overrides": []},
        "targets": [
            {
                "refId": "A",
                "expr": expression,
                "legendFormat": legend or column.name,
            }
        ],
    }


def unit(column: Column) -> str:
    """Return Grafana's name of a metric's unit."""
    if column.kind == "counter":
        return "ops" if column.name != "seconds" else "s"
    if "seconds" in column.name:
        return "s"
    return "bytes" if "bytes" in column.name else "short"
