"""Generates docs/reference/ from the catalog of a deployed database, its comments and their tags.

The same catalog gives the same bytes: everything is sorted by name, partitions (whose names follow the
calendar) are left out, and only the project's client roles are shown. A diagram's layout depends on the
fonts and the version of graphviz, so a diagram counts as fresh when it was drawn from the same source,
whose digest it carries.
"""

from pathlib import Path

from reference import pages
from reference.catalog import Catalog
from reference.diagrams import digest_line, draw

FOLDER = Path("docs/reference")


def generate(conninfo: str) -> tuple[dict[str, str], dict[str, str]]:
    """Return the pages and the diagrams' sources of a deployed database, by file name."""
    with Catalog(conninfo) as catalog:
        return pages.all_pages(catalog)


def stale(conninfo: str, root: Path) -> list[str]:
    """Return which files of docs/reference/ are missing, changed, or left over."""
    texts, sources = generate(conninfo)
    folder = root / FOLDER
    found = []
    for name, text in texts.items():
        file = folder / name
        if not file.exists() or file.read_text() != text:
            found.append(name)
    for name, source in sources.items():
        file = folder / name
        if not file.exists() or digest_line(source) not in file.read_text():
            found.append(name)
    present = {file.name for file in folder.glob("*")} if folder.exists() else set()
    return sorted([*found, *(present - set(texts) - set(sources))])


def write(conninfo: str, root: Path) -> list[str]:
    """Bring docs/reference/ up to date and return which files changed."""
    changed = stale(conninfo, root)
    texts, sources = generate(conninfo)
    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name in changed:
        file = folder / name
        if name in texts:
            file.write_text(texts[name])
        elif name in sources:
            file.write_text(draw(sources[name]))
        else:
            file.unlink()
    return changed
