"""Draws docs/architecture/: the rooms, the triggers, the state machines, the way of five calls; lists upkeep's tasks.

Everything is read: rooms from the plan, triggers and state machines from the catalog and from played games, the ways
from traced calls in a small world. A drawing counts as fresh when it was drawn from the same source, as in the
reference.
"""

from pathlib import Path

import psycopg

from architecture import pictures, ways
from reference.diagrams import digest_line, draw

FOLDER = Path("docs/architecture")


def generate(conninfo: str) -> dict[str, str]:
    """Return the sources of the files by name; the database is filled, so give one that nobody needs."""
    with psycopg.connect(conninfo, autocommit=True) as conn:
        sources = {
            "rooms.svg": pictures.rooms(),
            "triggers.svg": pictures.triggers(conn),
            **pictures.state_machines(conn),
            "upkeep.md": pictures.upkeep_tasks(conn),
        }
    return {**sources, **ways.generate(conninfo)}


def stale(conninfo: str, root: Path) -> list[str]:
    """Return which drawings are missing, of another source, or left over."""
    return compare(generate(conninfo), root)


def compare(sources: dict[str, str], root: Path) -> list[str]:
    """Return which files differ from these sources."""
    folder = root / FOLDER
    found = []
    for name, source in sources.items():
        file = folder / name
        text = file.read_text() if file.exists() else ""
        if digest_line(source) not in text if name.endswith(".svg") else source != text:
            found.append(name)
    present = {file.name for file in folder.glob("*")} if folder.exists() else set[str]()
    return sorted([*found, *(present - set(sources))])


def write(conninfo: str, root: Path) -> list[str]:
    """Bring the drawings up to date and return which files changed."""
    sources = generate(conninfo)
    changed = compare(sources, root)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        if name in sources:
            source = sources[name]
            (folder / name).write_text(draw(source) if name.endswith(".svg") else source)
        else:
            (folder / name).unlink()
    return changed
