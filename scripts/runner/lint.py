"""Linting: SQL with sqlfluff, squawk and our own style, Python with ruff and mypy."""

import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from runner import ROOT, bodies

SQL_TREES = ("deploy", "revert", "verify")
PYTHON_TREES = ("scripts", "tests")

# What is no code: comments, strings and quoted names. Bodies between dollars are code, but not
# where they are on one line, as regular expressions are.
NO_CODE = re.compile(
    r"""--[^\n]* | /\*.*?\*/ | [eE]'(?:[^'\\]|\\.|'')*' | '(?:[^']|'')*' | "(?:[^"]|"")*"
      | (\$\w*\$)[^\n]*?\1""",
    re.VERBOSE | re.DOTALL,
)
KEYWORDS = re.compile(
    r"\b(ALTER|AND|AS|ASC|BEGIN|BY|CASE|CAST|CHECK|COALESCE|COMMENT|COMMIT|CONSTRAINT|CREATE|DECLARE"
    r"|DEFAULT|DELETE|DESC|DISTINCT|DO|DROP|ELSE|ELSIF|END|EXCEPTION|EXECUTE|EXISTS|FALSE|FOR|FROM"
    r"|FUNCTION|GRANT|GROUP|HAVING|IF|IN|INDEX|INSERT|INTO|IS|JOIN|KEY|LANGUAGE|LEFT|LIMIT|LOOP|NOT"
    r"|NULL|ON|OR|ORDER|PERFORM|POLICY|PRIMARY|RAISE|REFERENCES|RETURN|RETURNING|RETURNS|REVOKE|ROLE"
    r"|ROLLBACK|SCHEMA|SELECT|SET|TABLE|THEN|TO|TRIGGER|TRUE|TYPE|UNION|UNIQUE|UPDATE|USING|VALUES"
    r"|VIEW|WHEN|WHERE|WITH)\b"
)

# core.caught reads both forms of an error, PostgREST's own among them; a state in a handler would miss that one.
NAMED_STATE = re.compile(r"\bsqlstate\s*(?:=|<>|\bin\b|)\s*\(?'KG\d")


def style_faults(text: str) -> list[tuple[int, str]]:
    """Return line numbers and faults against the style: lower-case keywords, two-space indent."""
    code = NO_CODE.sub(lambda found: re.sub(r"[^\n]", "'", found[0]), text)
    faults = []
    for number, (line, bare) in enumerate(zip(text.split("\n"), code.split("\n"), strict=True), 1):
        if "\t" in line:
            faults.append((number, "a tab"))
        if line != line.rstrip():
            faults.append((number, "a space at the line's end"))
        if keyword := KEYWORDS.search(bare):
            faults.append((number, f"{keyword[0]} is not in lower case"))
        if (len(bare) - len(bare.lstrip(" "))) % 2 and bare.strip():
            faults.append((number, "the indent is not a multiple of two spaces"))
        if re.search(r"\S\s+,|,\S", bare):
            faults.append((number, "a comma follows no space, and one follows it"))
        if NAMED_STATE.search(line):
            faults.append((number, "a handler names a state of class KG: ask core.caught"))
        if "!=" in bare:
            faults.append((number, "!= is written <>"))
    if not text.endswith("\n") or text.endswith("\n\n"):
        faults.append((text.count("\n") + 1, "the file does not end in one newline"))
    return faults


def sql_files(paths: Sequence[str]) -> list[Path]:
    """Return the SQL files of the plan among some paths."""
    trees = [ROOT / tree for tree in SQL_TREES]
    return sorted(
        file
        for file in files(paths or SQL_TREES, ".sql")
        if any(file.is_relative_to(tree) for tree in trees)
    )


def files(paths: Sequence[str], suffix: str) -> list[Path]:
    """Return the files with a suffix under some paths."""
    found: list[Path] = []
    for path in paths:
        whole = Path(path).resolve() if Path(path).exists() else ROOT / path
        found += whole.rglob(f"*{suffix}") if whole.is_dir() else [whole]
    return [file for file in found if file.suffix == suffix]


def tool(*arguments: str) -> str:
    """Run a tool of the virtual environment; return what it complains of, empty when nothing."""
    program = Path(sys.executable).parent / arguments[0]
    done = subprocess.run(
        [str(program), *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return ""
    return (done.stdout + done.stderr).strip() or f"exit status {done.returncode}"


def check_style(paths: Sequence[str]) -> str:
    """Check what sqlfluff does not see of the layout: the bodies of functions."""
    return "\n".join(
        f"{file.relative_to(ROOT)}:{number}: {fault}"
        for file in sql_files(paths)
        for number, fault in style_faults(file.read_text())
    )


def deploy_files(paths: Sequence[str]) -> list[Path]:
    """Return the deploy files among some paths."""
    return [file for file in sql_files(paths) if file.is_relative_to(ROOT / "deploy")]


def check_bodies(paths: Sequence[str]) -> str:
    """Check how bodies name aliases, parameters and locals."""
    complaints = []
    for file in deploy_files(paths):
        text = file.read_text()
        for fault in bodies.faults(text):
            line = text.count("\n", 0, fault.offset) + 1
            complaints.append(f"{file.relative_to(ROOT)}:{line}: {fault.message}")
    return "\n".join(complaints)


def check_sqlfluff(paths: Sequence[str]) -> str:
    """Check the statements around the bodies of deploy (.sqlfluff); the other trees hold calls and drops only."""
    found = [str(file.relative_to(ROOT)) for file in deploy_files(paths)]
    return tool("sqlfluff", "lint", "--disable-progress-bar", "--nocolor", *found) if found else ""


def check_squawk(paths: Sequence[str]) -> str:
    """Check that statements lock and rewrite no more than they must (.squawk.toml)."""
    found = [str(file) for file in deploy_files(paths)]
    return tool("squawk", "--reporter", "gcc", *found) if found else ""


def python_files(paths: Sequence[str]) -> list[str]:
    """Return the Python files among some paths."""
    return [str(file) for file in files(paths or PYTHON_TREES, ".py")]


def check_ruff(paths: Sequence[str]) -> str:
    """Check Python with ruff."""
    found = python_files(paths)
    return tool("ruff", "check", "--quiet", "--output-format", "concise", *found) if found else ""


def check_format(paths: Sequence[str]) -> str:
    """Check that Python is formatted as ruff would."""
    found = python_files(paths)
    return tool("ruff", "format", "--quiet", "--diff", *found) if found else ""


def check_mypy(paths: Sequence[str]) -> str:
    """Check the types of what stands in scripts, strictly; it is small, so always whole."""
    wanted = not paths or any(file.is_relative_to(ROOT / "scripts") for file in files(paths, ".py"))
    return tool("mypy") if wanted else ""


CHECKS: dict[str, Callable[[Sequence[str]], str]] = {
    "style": check_style,
    "bodies": check_bodies,
    "sqlfluff": check_sqlfluff,
    "squawk": check_squawk,
    "ruff": check_ruff,
    "format": check_format,
    "mypy": check_mypy,
}


def fix(paths: Sequence[str]) -> None:
    """Mend what can be mended mechanically: names in bodies, and what ruff mends by itself."""
    for file in deploy_files(paths):
        text = file.read_text()
        mended = bodies.mend(text)
        if mended != text:
            file.write_text(mended)
    found = python_files(paths)
    if found:
        tool("ruff", "check", "--fix", "--quiet", *found)
        tool("ruff", "format", "--quiet", *found)
