"""Writes the plan in parts that can be taken one by one: core, with auth, and each system for itself."""

import re
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from runner import ROOT, SCHEMAS, Problem, sqitch

FORMATS = ("sqitch", "sql", "supabase")
SHARED = {"auth", "core"}
SYSTEMS = tuple(name for name in SCHEMAS if name not in SHARED)
PREFLIGHT = "core/preflight"
SCHEMA_LIST = re.compile(r"(_schemas constant text\[\] := )array\[[^\]]*\];")
TRANSACTION = re.compile(r"^(?:begin|commit|set local search_path = pg_temp);\n", re.MULTILINE)
HEADER = re.compile(r"^-- (?:Deploy gamekeeper_\w+:\S+ to pg|requires: .*)\n", re.MULTILINE)


@dataclass(frozen=True)
class Part:
    """What is deployed, reverted and upgraded by itself: core, or one system."""

    name: str
    lines: tuple[sqitch.Change, ...]  # of the plan, tags among them
    schemas: tuple[str, ...]  # what its preflight looks for

    @property
    def changes(self) -> list[sqitch.Change]:
        """What is deployed, without the tags."""
        return [line for line in self.lines if not line.name.startswith("@")]

    @property
    def project(self) -> str:
        """The name of its Sqitch project."""
        return f"gamekeeper_{self.name}"


def parts(systems: list[str]) -> list[Part]:
    """Return core and the systems named, all without, in the order of installing."""
    unknown = [name for name in systems if name not in SYSTEMS]
    if unknown:
        raise Problem(f"there is no system {', '.join(unknown)}; there are {', '.join(SYSTEMS)}", 2)
    chosen = [name for name in SYSTEMS if name in systems or not systems]
    plan = sqitch.lines((ROOT / "sqitch.plan").read_text())

    def lines(systems: set[str]) -> tuple[sqitch.Change, ...]:
        """Return what these systems have in the plan, after the preflight, and the tags."""
        kept = (PREFLIGHT, *(f"{name}/" for name in systems), "@")
        return tuple(line for line in plan if line.name.startswith(kept))

    return [
        Part("core", lines(SHARED), ("core", *chosen)),
        *(Part(name, lines({name}), (name,)) for name in chosen),
    ]


def write(systems: list[str], style: str, out: Path) -> list[Path]:
    """Write a bundle into a folder that is new or empty, and return what was written there."""
    if style not in FORMATS:
        raise Problem(f"there is no format {style}; there are {', '.join(FORMATS)}", 2)
    chosen = parts(systems)
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise Problem(f"{out} exists and is not an empty folder; name another with --out", 2)
    out.mkdir(parents=True, exist_ok=True)
    if style == "sqitch":
        return [write_project(part, out / part.name) for part in chosen]
    return [write_file(part, out / file_name(part, n, style)) for n, part in enumerate(chosen, 1)]


def change_name(part: Part, change: str) -> str:
    """Return a change's name inside of a part, or with its project where another part has it."""
    if change == PREFLIGHT:
        return f"{part.name}/preflight"
    other = change.split("/", 1)[0]
    return f"gamekeeper_core:{change}" if other in SHARED and part.name != "core" else change


def script(part: Part, change: sqitch.Change, kind: str) -> str:
    """Return a script as the part has it: its project in the header, its schemas in the preflight."""
    text = change.script(kind).read_text()
    if change.name == PREFLIGHT:
        names = ", ".join(f"'{name}'" for name in part.schemas)
        text = SCHEMA_LIST.sub(rf"\1array[{names}];", text)
    name = change_name(part, change.name)
    text = text.replace(f"gamekeeper:{change.name} ", f"{part.project}:{name} ", 1)
    requires = " ".join(change_name(part, required) for required in change.requires)
    return re.sub(
        r"^-- requires: .*$", f"-- requires: {requires}", text, count=1, flags=re.MULTILINE
    )


def write_project(part: Part, folder: Path) -> Path:
    """Write a part as a Sqitch project of its own, which requires changes of the project of core."""
    folder.mkdir()
    shutil.copy(ROOT / "sqitch.conf", folder)
    plan = ["%syntax-version=1.0.0", f"%project={part.project}", ""]
    for change in part.lines:
        requires = " ".join(change_name(part, required) for required in change.requires)
        name = change_name(part, change.name)
        plan.append(
            " ".join(filter(None, [name, f"[{requires}]" if requires else "", change.rest]))
        )
        for kind in ("deploy", "revert", "verify") if change in part.changes else ():
            path = folder / kind / f"{name}{change.tag}.sql"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(script(part, change, kind))
    shutil.copy(ROOT / "verify" / "helpers.psql", folder / "verify")
    (folder / "sqitch.plan").write_text("\n".join(plan) + "\n")
    return folder


def file_name(part: Part, number: int, style: str) -> str:
    """Return a file's name: it sorts in the order of installing, and names the same release the same."""
    if style == "sql":
        return f"{number}-{part.name}.sql"
    newest = max(change.rest.split(" ", 1)[0] for change in sqitch.plan())
    place = ("core", *SYSTEMS).index(part.name)
    stamp = datetime.fromisoformat(newest) + timedelta(seconds=place)
    return f"{stamp:%Y%m%d%H%M%S}_{part.project}.sql"


def write_file(part: Part, path: Path) -> Path:
    """Write a part as one file of SQL, which any client can run: one transaction with a path of its own."""
    text = [
        f"-- Gamekeeper: {part.name}. Installs in one transaction; an error leaves nothing behind.\n"
    ]
    text.append("begin;\nset local search_path = pg_temp;\n")
    for change in part.changes:
        body = TRANSACTION.sub("", HEADER.sub("", script(part, change, "deploy"), count=2))
        text.append(
            f"\n-- {change_name(part, change.name)}\n{body.strip()}\nset local role none;\n"
        )
    text.append("commit;\n")
    path.write_text("".join(text))
    return path
