"""Taking a dump back: roles first, since they are of the cluster and in no dump."""

from pathlib import Path

from recovery.backups import program
from runner import ROOT, Problem
from runner.server import Server

ROLES = ("gamekeeper", "anon", "authenticated", "service_role", "gamekeeper_monitor")
ROLES_SCRIPT = ROOT / "deploy" / "core" / "roles.sql"


def require_roles(server: Server) -> None:
    """Refuse a server without the roles that a dump names, and say what makes them."""
    with server.connect("postgres") as conn:
        rows = conn.execute("select rolname from pg_roles where rolname = any (%s)", [list(ROLES)])
        missing = sorted(set(ROLES) - {name for (name,) in rows.fetchall()})
    if missing:
        message = (
            f"the server has no role {', '.join(missing)}, and a dump holds no roles; make them first:"
            f" psql -d postgres -f {ROLES_SCRIPT.relative_to(ROOT)}"
        )
        raise Problem(message)


def make_roles(server: Server) -> None:
    """Make the roles that are missing, as the first change of the plan does."""
    program(
        server,
        "psql",
        "-X",
        "-q",
        "-v",
        "ON_ERROR_STOP=1",
        "-f",
        str(ROLES_SCRIPT),
        database="postgres",
    )


def restore(server: Server, database: str, dump: Path, *options: str, jobs: int = 2) -> None:
    """Restore a dump in pg_dump's directory or custom form into a database, up to the first error."""
    require_roles(server)
    program(
        server,
        "pg_restore",
        *("--exit-on-error", "-j", str(jobs), "-d", database, *options, str(dump)),
        database=database,
    )
