"""Draws the tables of a schema and their foreign keys with graphviz."""

import hashlib
import re
import shutil
import subprocess
from html import escape

from reference.catalog import Relation, Row
from runner import Problem


def diagram(schema: str, tables: list[Relation]) -> str:
    """Return the source of a schema's entity diagram: its tables, columns and foreign keys."""
    lines = [
        f'digraph "{schema}" {{',
        '  graph [rankdir=LR, nodesep=0.25, ranksep=0.9, fontname="Helvetica", bgcolor="white"];',
        '  node [shape=plain, fontname="Helvetica", fontsize=10];',
        '  edge [color="#5b6b77", arrowhead=normal, arrowsize=0.6, fontname="Helvetica", fontsize=8];',
    ]
    outside = set()
    edges = []
    for relation in tables:
        keys = {c for k in relation.constraints if k.kind == "p" for c in k.columns}
        linked = {c for k in relation.constraints if k.kind == "f" for c in k.columns}
        cells = "".join(
            f'<tr><td port="{escape(column.name)}" align="left">{column_label(column, keys, linked)}</td></tr>'
            for column in relation.columns
        )
        lines.append(
            f'  "{schema}.{relation.facts.name}" [label=<<table border="0" cellborder="1" cellspacing="0" '
            f'cellpadding="3" color="#9aa7b1"><tr><td bgcolor="#2a6f97"><font color="white"><b>'
            f"{escape(relation.facts.name)}</b></font></td></tr>{cells}</table>>];"
        )
        for key in relation.constraints:
            if key.kind == "f":
                target = f"{key.target_schema}.{key.target}"
                if key.target_schema != schema:
                    outside.add(target)
                edges.append(
                    f'  "{schema}.{relation.facts.name}":"{key.columns[0]}" -> "{target}" '
                    f'[tooltip="{key.name}"];'
                )
    lines += [
        f'  "{name}" [shape=box, style="rounded,dashed", color="#9aa7b1", label="{name}"];'
        for name in sorted(outside)
    ]
    return "\n".join([*lines, *edges, "}"]) + "\n"


def column_label(column: Row, keys: set[str], linked: set[str]) -> str:
    """Return a column's line in the diagram: its key mark, name and type."""
    name = escape(column.name)
    shown = f"<b>{name}</b>" if column.name in keys else name
    mark = " &#8594;" if column.name in linked else ""
    return f'{shown}{mark} <font color="#6b7780">{escape(short_type(column.type))}</font>'


def short_type(name: str) -> str:
    """Return a type's short name, so that the diagram stays narrow."""
    return name.replace("timestamp with time zone", "timestamptz").replace(
        "double precision", "float8"
    )


def digest_line(source: str) -> str:
    """Return the comment that says from which source a diagram was drawn."""
    return f"<!-- source sha256 {hashlib.sha256(source.encode()).hexdigest()} -->"


def draw(source: str) -> str:
    """Draw a diagram as SVG with graphviz, without what changes from machine to machine."""
    dot = shutil.which("dot")
    if not dot:
        raise Problem("dot is missing; apt-get install graphviz")
    done = subprocess.run([dot, "-Tsvg"], input=source, capture_output=True, text=True, check=True)
    body = done.stdout[done.stdout.index("<svg") :]
    body = re.sub(r"<!--.*?-->\n?", "", body, flags=re.DOTALL)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{digest_line(source)}\n{body}'
