"""The thin runner around the Sqitch plan: servers, deployment, tests. No product logic lives here."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
STATE = ROOT / ".gamekeeper"
SCHEMAS = ("core", "auth", "slots", "cards", "xp", "sparc")


class Problem(Exception):
    """What stops a command: one clear line that says what is missing and how to get it."""

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code


def stored_query(name: str) -> bytes:
    """Return the text of a query of the runner, by the name of its file."""
    return (Path(__file__).parent / "queries" / f"{name}.sql").read_bytes()
