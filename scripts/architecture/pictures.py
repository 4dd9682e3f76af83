"""What stands still: rooms in order, triggers, state machines, upkeep."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import psycopg

from runner import SCHEMAS, sqitch

QUERIES = Path(__file__).parent / "queries"
COLORS = {
    "auth": "#eceff1",
    "core": "#dfe7ee",
    "slots": "#fde8c8",
    "cards": "#d7ecd9",
    "xp": "#e6dcf2",
    "sparc": "#f9d9d6",
}
HEAD = [
    '  graph [fontname="Helvetica", bgcolor="white", nodesep=0.22, ranksep=0.35];',
    '  node [shape=box, style="rounded,filled", fillcolor="#f5f7f9", color="#9aa7b1", fontname="Helvetica", fontsize=10, height=0.3];',
    '  edge [color="#5b6b77", arrowsize=0.6, fontname="Helvetica", fontsize=8];',
]
# A trigger function on so many tables is said in words, once.
EVERYWHERE = 4
GAMES = 12
NEWLINE = "\\n"


def digraph(name: str, lines: Iterable[str], rankdir: str = "LR") -> str:
    """Return the source of a directed graph in the house's style."""
    return "\n".join([f'digraph "{name}" {{', f"  rankdir={rankdir};", *HEAD, *lines, "}"]) + "\n"


def color(name: str) -> str:
    """Return the color of the system that a qualified name belongs to."""
    return COLORS.get(name.split(".")[0], "#ffffff")


def query(name: str) -> str:
    """Return a query of this folder."""
    return (QUERIES / f"{name}.sql").read_text()


def rooms() -> str:
    """Draw the rooms of each system in order; an arrow is a need of a neighbor."""
    needs: set[tuple[str, str]] = set()
    for change in sqitch.plan():
        system, *room, _ = change.name.split("/")
        for required in change.requires:
            other, *theirs, _ = required.split("@")[0].split("/")
            needs |= {(f"{system}/{here}", f"{other}/{there}") for here in room for there in theirs}
    lines = []
    for system, names in sqitch.rooms().items():
        lines += [
            f"  subgraph cluster_{system} {{",
            f'    label="{system}"; labeljust=l; fontsize=13; style="rounded,filled"; color="{COLORS[system]}";',
            *(f'    "{system}/{name}" [label="{name}", fillcolor="white"];' for name in names),
            "  }",
        ]
        for low, high in pairwise(names):
            needed = (f"{system}/{high}", f"{system}/{low}") in needs
            style = "" if needed else ", style=dotted, arrowtail=none"
            lines.append(f'  "{system}/{low}" -> "{system}/{high}" [dir=back{style}];')
    return digraph("rooms", lines)


def triggers(conn: psycopg.Connection) -> str:
    """Draw which write calls which trigger function, and what that one writes."""
    rows = conn.execute(query("triggers").encode(), {"schemas": list(SCHEMAS)}).fetchall()
    tables: dict[str, list[str]] = defaultdict(list)
    for relation, function, _, _ in rows:
        tables[function].append(relation)
    lines, seen = [], set[str]()
    for function, relations in sorted(tables.items()):
        if len(relations) > EVERYWHERE:
            lines.append(
                f'  "{function}" [shape=note, style=filled, fillcolor="{color(function)}",'
                f' label="{function}\\non {len(relations)} tables"];'
            )
    for relation, function, timing, body in rows:
        if len(tables[function]) > EVERYWHERE:
            continue
        written = sorted(
            {
                name
                for name in re.findall(
                    r"(?:insert into|update|delete from)\s+([a-z_]+\.[a-z_0-9]+)", body
                )
                if name.split(".")[0] in SCHEMAS and name != relation
            }
        )
        seen |= {relation, *written}
        lines.append(
            f'  "{function}" [shape=ellipse, style=filled, fillcolor="{color(function)}"];'
        )
        lines.append(f'  "{relation}" -> "{function}" [label="{timing}"];')
        lines += [f'  "{function}" -> "{name}";' for name in written]
    lines += [f'  "{name}" [fillcolor="white", color="#2a6f97"];' for name in sorted(seen)]
    return digraph("triggers", sorted(set(lines)))


def state_machines(conn: psycopg.Connection) -> dict[str, str]:
    """Draw the states of a spin session, of a table session, and the phases of a card game."""
    found = {}
    for name, kind, function in (
        ("slots-session.svg", "slots.game_state", "slots.can_transition"),
        ("sparc-session.svg", "sparc.session_status", "sparc.can_become"),
    ):
        text = query("states").format(type=kind, function=function)
        arrows = [f'  "{low}" -> "{high}";' for low, high in conn.execute(text.encode())]
        found[name] = digraph(function, arrows)
    steps: dict[tuple[str, str], set[str]] = defaultdict(set)
    for number in range(GAMES):
        (game_id,) = conn.execute(
            "select cards.simulate_game(%s, %s)", [2 + number % 4, f"architecture {number}"]
        ).fetchone() or (None,)
        for low, event, high in conn.execute(query("phases").encode(), {"game_id": game_id}):
            steps[low, high].add(event)
    found["cards-phases.svg"] = digraph(
        "phases",
        [
            '  { rank=min; "lobby"; }',
            *(
                f'  "{low}" -> "{high}" [label="{NEWLINE.join(sorted(events))}"];'
                for (low, high), events in sorted(steps.items())
            ),
        ],
    )
    return found


def upkeep_tasks(conn: psycopg.Connection) -> str:
    """Return the page of the tasks that one core.maintain() runs."""
    rows = conn.execute(query("upkeep_tasks").encode()).fetchall()
    lines = [f"| `{task}` | {meaning} |" for task, meaning in rows]
    head = [
        "# What one core.maintain() does",
        "",
        "Written by `scripts/gamekeeper docs` from `core.upkeep_tasks`. How often it runs stands in",
        "[core](../core.md#how-often-what-runs).",
        "",
        "| task | does |",
        "| --- | --- |",
    ]
    return "\n".join([*head, *lines]) + "\n"
