"""A pgBackRest repository for a cluster of one's own: its configuration, backups, archive and restores."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from runner import Problem
from runner import server as servers
from runner.server import Cluster

STANZA = "gamekeeper"
RETENTION_DAYS = 14
SETTLED = timedelta(seconds=1)  # pgBackRest tells the end of a backup in whole seconds


@dataclass(frozen=True)
class Backup:
    """One backup that the repository holds."""

    label: str
    started_at: datetime
    ended_at: datetime
    bytes: int


@dataclass(frozen=True)
class Repository:
    """A pgBackRest configuration and the stanza in it that a cluster's backups and WAL have."""

    config: Path
    stanza: str = STANZA
    cluster: Cluster | None = None  # where the repository is made for one of ours

    @classmethod
    def of(cls, cluster: Cluster) -> "Repository":
        """Return the repository of a cluster of ours: beside the cluster, which can be deleted without it."""
        home = cluster.home.with_name(f"{cluster.home.name}-backups")
        return cls(home / "pgbackrest.conf", STANZA, cluster)

    @property
    def home(self) -> Path:
        return self.config.parent

    @property
    def archive(self) -> Path:
        return self.home / "repository" / "archive" / self.stanza

    @property
    def backups(self) -> Path:
        return self.home / "repository" / "backup" / self.stanza

    def archive_settings(self) -> dict[str, str]:
        """Return the server's settings that send every segment here, at the latest each minute."""
        command = f"{program()} --config={self.config} --stanza={self.stanza} archive-push %p"
        return {"archive_mode": "on", "archive_command": command, "archive_timeout": "60"}

    def configure(self, port: int) -> None:
        """Write the configuration of a cluster of ours, with the port on which it answers now."""
        assert self.cluster is not None
        for name in ("", "repository", "lock", "spool", "log"):
            servers.make_directory_for_server(self.home / name)
        lines = {
            "repo1-path": self.home / "repository",
            "repo1-retention-full-type": "time",
            "repo1-retention-full": RETENTION_DAYS,
            "lock-path": self.home / "lock",
            "spool-path": self.home / "spool",
            "log-path": self.home / "log",
            "log-level-file": "off",
            "log-level-console": "warn",
            "compress-type": "lz4",
            "start-fast": "y",
            "process-max": 2,
        }
        cluster = {
            "pg1-path": self.cluster.data,
            "pg1-socket-path": self.cluster.sockets,
            "pg1-port": port,
            "pg1-user": "postgres",
        }
        text = "[global]\n" + "".join(f"{name}={value}\n" for name, value in lines.items())
        text += f"\n[{self.stanza}]\n" + "".join(
            f"{name}={value}\n" for name, value in cluster.items()
        )
        servers.write_for_server(self.config, text)

    def run(self, command: str, *options: str) -> str:
        """Run a command of pgBackRest as the server's user and return what it printed."""
        environment = dict(os.environ)
        if self.cluster:
            environment["PGPASSWORD"] = self.cluster.password
        done = subprocess.run(
            [
                *servers.as_server_user(),
                *(
                    program(),
                    f"--config={self.config}",
                    f"--stanza={self.stanza}",
                    *options,
                    command,
                ),
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            cwd="/",
            check=False,
            text=True,
        )
        if done.returncode != 0:
            said = (done.stdout + done.stderr).splitlines()
            wrong = [line.split("ERROR:", 1)[1].strip() for line in said if "ERROR:" in line]
            raise Problem(f"pgbackrest {command} failed: {'; '.join(wrong) or said}")
        return done.stdout

    def create(self, port: int) -> None:
        """Make the repository ready for the running cluster; what is there already stays."""
        self.configure(port)
        self.run("stanza-create")

    def backup(self, kind: str = "full") -> Backup:
        """Make a backup, drop what is past its retention, and return the new one."""
        self.run("backup", f"--type={kind}")
        return self.list()[-1]

    def info(self) -> dict[str, Any]:
        """Return what the repository says of itself."""
        found: dict[str, Any] = json.loads(self.run("info", "--output=json"))[0]
        return found

    def list(self) -> list[Backup]:
        """Return the backups, oldest first."""
        return [
            Backup(
                one["label"],
                datetime.fromtimestamp(one["timestamp"]["start"], UTC),
                datetime.fromtimestamp(one["timestamp"]["stop"], UTC),
                one["info"]["repository"]["delta"],
            )
            for one in self.info().get("backup", [])
        ]

    def restore(
        self, target: Cluster, backup: Backup, at: datetime | None, *, preserve: bool = False
    ) -> None:
        """Restore a backup into another cluster's empty data directory: up to an instant, or all there is.

        A copy archives nothing, because it would write into the archive of the cluster that it was made from;
        one that takes the lost cluster's place goes on archiving (preserve).
        """
        servers.make_directory_for_server(target.home)
        servers.make_directory_for_server(target.data)
        options = [f"--pg1-path={target.data}", f"--set={backup.label}"]
        options += [] if preserve else ["--archive-mode=off"]
        if at is not None:
            options += ["--type=time", f"--target={at:%Y-%m-%d %H:%M:%S.%f%z}"]
            options += ["--target-action=promote"]
        self.run("restore", *options)

    def backup_for(self, at: datetime | None) -> Backup:
        """Return the newest backup from which an instant can be reached."""
        found = [one for one in self.list() if at is None or one.ended_at + SETTLED < at]
        if not found:
            when = "" if at is None else f" from before {at:%Y-%m-%d %H:%M:%S %Z}"
            raise Problem(
                f"the repository holds no backup{when}; make one: scripts/gamekeeper backup"
            )
        return found[-1]

    def delete(self) -> None:
        """Delete the backups and the archive."""
        shutil.rmtree(self.home, ignore_errors=True)


def program() -> str:
    """Return the path of pgBackRest."""
    found = shutil.which("pgbackrest")
    if not found:
        raise Problem("pgbackrest is missing; install it with: apt-get install pgbackrest")
    return found
