"""A copy of a cluster, restored beside it, that touches nothing of the one it was made from."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from recovery import clusters
from recovery.repository import Backup, Repository
from runner import Problem
from runner import server as servers
from runner.server import Cluster, Server

PROMOTION_SECONDS = (
    24 * 3600
)  # replaying the WAL of a day takes its time; a copy that fails ends at once
# What pgBackRest writes for the recovery. All else in the file was the original server's, and stays behind.
RECOVERY = re.compile(r"^(?:restore_command|recovery_target\w*|archive_mode)\b.*$", re.MULTILINE)
# A copy must have room for what the original had; the control file says how much that was.
ROOM = {
    "max_connections": "max_connections",
    "max_worker_processes": "max_worker_processes",
    "max_wal_senders": "max_wal_senders",
    "max_prepared_xacts": "max_prepared_transactions",
    "max_locks_per_xact": "max_locks_per_transaction",
}


def isolate(copy: Cluster) -> dict[str, str]:
    """Give restored data a configuration of their own and return its settings.

    It is thrown away, so nothing waits for the disk. Nothing is preloaded, so that no job of pg_cron runs twice, and nobody but us can connect: through a socket in a
    directory that is closed to others.
    """
    auto = copy.data / "postgresql.auto.conf"
    kept = [match[0] for match in RECOVERY.finditer(auto.read_text())]
    servers.write_for_server(auto, "\n".join([*kept, ""]))
    servers.write_for_server(copy.data / "postgresql.conf", "include 'gamekeeper.conf'\n")
    servers.write_for_server(copy.data / "pg_hba.conf", "local all all trust\n")
    servers.write_for_server(copy.data / "pg_ident.conf", "")
    said = copy.run("pg_controldata", "-D", str(copy.data)).stdout
    room = {
        ROOM[name]: value
        for name, value in re.findall(r"^(\w+) setting:\s+(\d+)$", said, re.MULTILINE)
        if name in ROOM
    }
    return clusters.settings(copy.binaries) | room | {"listen_addresses": "", "fsync": "off"}


@contextmanager
def restored(
    repository: Repository, backup: Backup, at: datetime | None, user: str, database: str, name: str
) -> Iterator[Server]:
    """Restore into a cluster of the drill's own, start it, bring it up to date, yield it and remove it."""
    with clusters.scratch(name) as copy:
        copy.state.mkdir(parents=True, exist_ok=True)
        repository.restore(copy, backup, at)
        port = servers.free_port()
        copy.start(port, isolate(copy))
        server = Server(
            {"host": str(copy.sockets), "port": str(port), "user": user, "dbname": database},
            copy.binaries,
            private=True,
        )
        promoted(copy, server)
        yield server


def promoted(copy: Cluster, server: Server) -> None:
    """Wait until a copy has replayed all that it should, and is a server of its own."""

    def still_there() -> None:
        if copy.running_port() is None:
            log = (copy.home / "log").read_text(errors="replace").splitlines()
            fatal = [line.split("FATAL:", 1)[1].strip() for line in log if "FATAL:" in line]
            raise Problem(f"the copy stopped ({fatal[-1] if fatal else 'no reason given'})")

    clusters.wait_for(
        server, "select not pg_is_in_recovery()", PROMOTION_SECONDS, "the promotion", still_there
    )
