"""The typed clients: `scripts/gamekeeper clients` writes their generated files from the catalog."""

from pathlib import Path

from clients import catalog, python, typescript, ways

WRITERS = (python, typescript, ways)


def generate(conninfo: str) -> dict[str, str]:
    """Return the text of each generated file, by its name in the repository."""
    found = catalog.read(conninfo)
    return {writer.FILE: writer.write(found) for writer in WRITERS}


def stale(conninfo: str, root: Path) -> list[str]:
    """Return the generated files that are not what the catalog says."""
    return [
        name
        for name, text in generate(conninfo).items()
        if not (root / name).exists() or (root / name).read_text() != text
    ]


def write(conninfo: str, root: Path) -> list[str]:
    """Write the generated files and return the names of those that changed."""
    found = stale(conninfo, root)
    texts = generate(conninfo)
    for name in found:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(texts[name])
    return found
