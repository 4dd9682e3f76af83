"""Where the database lives: a server that the user names, or a private one of the project's own."""

import contextlib
import fcntl
import functools
import grp
import hashlib
import json
import os
import pwd
import secrets
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import conninfo, pq

from runner import ROOT, STATE, Problem, stored_query

DATABASE = "gamekeeper"
OLDEST_VERSION = 15
DEBIAN_BINARIES = Path("/usr/lib/postgresql/15/bin")
NAMING_VARIABLES = (
    "DATABASE_URL",
    "PGHOST",
    "PGHOSTADDR",
    "PGPORT",
    "PGSERVICE",
    "PGUSER",
    "PGDATABASE",
)
TEST_EXTENSIONS = {
    "pgtap": "postgresql-{}-pgtap",
    "plpgsql_check": "postgresql-{}-plpgsql-check",
}
# libpq's keywords and the environment variables that stand for them.
KEYWORD_VARIABLES = {
    option.keyword.decode(): option.envvar.decode()
    for option in pq.Conninfo.get_defaults()
    if option.envvar
}
SMALL_SHARED_MEMORY = 256 * 1024 * 1024
LONGEST_SOCKET_PATH = 100

Connection = psycopg.Connection[tuple[Any, ...]]


def libpq_variables(connection: str) -> dict[str, str]:
    """Return a connection string as the environment variables that every libpq client reads."""
    return {
        KEYWORD_VARIABLES[keyword]: str(value)
        for keyword, value in conninfo.conninfo_to_dict(connection).items()
        if keyword in KEYWORD_VARIABLES and value is not None
    }


@dataclass(frozen=True)
class Server:
    """A running server: how to reach it, and with which client programs."""

    keywords: Mapping[str, str]
    binaries: Path | None
    private: bool

    @property
    def database(self) -> str:
        """The database that deploy, demo and psql use."""
        return self.keywords.get("dbname") or DATABASE

    def conninfo(self, database: str | None = None) -> str:
        """Return a connection string for one database of this server."""
        return conninfo.make_conninfo("", **{**self.keywords, "dbname": database or self.database})

    def url(self) -> str:
        """Return the connection string for people: a URI that psql and every libpq client take."""
        if not self.private:
            return os.environ.get("DATABASE_URL") or self.conninfo()
        words = self.keywords
        return (
            f"postgresql://{words['user']}@{words['host']}:{words['port']}/{self.database}"
            f"?passfile={quote(words['passfile'])}"
        )

    def connect(self, database: str | None = None) -> Connection:
        """Connect with autocommit, as the user of the connection string."""
        try:
            return psycopg.connect(self.conninfo(database), autocommit=True)
        except psycopg.OperationalError as error:
            reason = str(error).strip().splitlines()[0]
            raise Problem(f"the server can't be reached: {reason}") from None

    def environment(self, database: str | None = None) -> dict[str, str]:
        """Return the environment for child processes: libpq's variables point at this server."""
        variables = {
            name: value
            for name, value in os.environ.items()
            if name != "DATABASE_URL"
            and (name not in KEYWORD_VARIABLES.values() or name == "PGOPTIONS")
        }
        variables |= libpq_variables(self.conninfo(database))
        if self.binaries:
            variables["PATH"] = f"{self.binaries}:{variables.get('PATH', '')}"
        variables.setdefault("SQITCH_FULLNAME", "Gamekeeper")
        variables.setdefault("SQITCH_EMAIL", "maintainers@gamekeeper.invalid")
        variables.setdefault("PGAPPNAME", "gamekeeper")
        return variables

    def psql(self) -> str:
        """Return the psql to run, past Debian's slower wrapper where its target is known."""
        if self.binaries and (self.binaries / "psql").exists():
            return str(self.binaries / "psql")
        found = shutil.which("psql")
        if not found:
            raise Problem("psql is missing; install it with: apt-get install postgresql-client")
        return found


# A server that the user named ------------------------------------------------------------------


def is_named() -> bool:
    """Tell whether the environment names a server, which then replaces the private one."""
    return any(os.environ.get(name) for name in NAMING_VARIABLES)


def named_server() -> Server:
    """Return the server of DATABASE_URL or the PG* variables, reachable and new enough."""
    try:
        words = conninfo.conninfo_to_dict(os.environ.get("DATABASE_URL", ""))
    except psycopg.ProgrammingError as error:
        reason = str(error).strip()
        message = (
            f"DATABASE_URL is not a connection string ({reason}); postgresql://user@host/db is"
        )
        raise Problem(message, 2) from None
    keywords = {
        option.keyword.decode(): option.val.decode()
        for option in pq.Conninfo.get_defaults()
        if option.envvar and os.environ.get(option.envvar.decode()) and option.val
    }
    keywords.update({name: str(value) for name, value in words.items() if value is not None})
    keywords.setdefault("connect_timeout", "10")
    try:
        with psycopg.connect(conninfo.make_conninfo("", **keywords)) as conn:
            keywords.setdefault("dbname", conn.info.dbname)
            check_version(conn.info.server_version)
    except psycopg.OperationalError as error:
        reason = str(error).strip().splitlines()[0]
        message = (
            f"the server that {named_by()} names can't be reached ({reason}); start it, mend the"
            f" address, or unset {named_by()} to use a private server"
        )
        raise Problem(message, 2) from None
    client = Path(shutil.which("psql") or "/usr/bin/psql")
    direct = DEBIAN_BINARIES if (DEBIAN_BINARIES / "psql").exists() else client.parent
    return Server(keywords, direct, private=False)


def named_is_private() -> bool:
    """Tell whether the named server is our private one, as after an export of its DATABASE_URL."""
    if not (DEBIAN_BINARIES / "initdb").exists():
        return False
    own = private_cluster()
    try:
        words = conninfo.conninfo_to_dict(os.environ.get("DATABASE_URL", ""))
    except psycopg.ProgrammingError:
        return False
    host = words.get("host") or os.environ.get("PGHOST", "")
    port = words.get("port") or os.environ.get("PGPORT", "")
    last = own.state / "port"
    is_here = host in ("127.0.0.1", "localhost", str(own.sockets))
    return is_here and last.exists() and str(port) == last.read_text().strip()


def named_by() -> str:
    """Return which variables name the server, for messages."""
    return ", ".join(name for name in NAMING_VARIABLES if os.environ.get(name))


def check_version(server_version: int) -> None:
    """Refuse a server older than the oldest that we support."""
    if server_version < OLDEST_VERSION * 10000:
        major = server_version // 10000
        message = (
            f"the server is PostgreSQL {major}, and {OLDEST_VERSION} or later is needed; name a"
            " newer one in DATABASE_URL, or unset it to use a private server"
        )
        raise Problem(message, 2)


def check_test_rights(server: Server) -> None:
    """Refuse a server on which the tests can't run: they clone databases and become clients."""
    with server.connect() as conn:
        row = conn.execute(
            stored_query("test_rights"),
            [list(TEST_EXTENSIONS)],
        ).fetchone()
    assert row is not None
    user, is_superuser, missing, major = row
    if not is_superuser:
        message = (
            f'role "{user}" is no superuser, and the tests create databases and extensions; name a'
            " superuser in DATABASE_URL, or unset it to test on a private server"
        )
        raise Problem(message, 2)
    if missing:
        packages = " ".join(TEST_EXTENSIONS[name].format(major) for name in missing)
        message = (
            f"the server lacks {', '.join(missing)}, which the tests are run with; on its machine:"
            f" apt-get install {packages}"
        )
        raise Problem(message, 2)


# A private server ------------------------------------------------------------------------------


@dataclass(frozen=True)
class Cluster:
    """A data directory of our own and the server that runs in it."""

    name: str
    binaries: Path
    state: Path  # the port and password, readable by the invoking user only
    home: Path  # the data, owned by the user that the server runs as
    sockets: Path

    @property
    def data(self) -> Path:
        return self.home / "data"

    @property
    def passfile(self) -> Path:
        return self.state / "passfile"

    @property
    def extra(self) -> Path:
        """The file of settings that somebody chose beyond the usual ones."""
        return self.state / "settings.json"

    def extra_settings(self) -> dict[str, str]:
        """Return the settings that somebody chose beyond the usual ones."""
        return dict(json.loads(self.extra.read_text())) if self.extra.exists() else {}

    @property
    def password(self) -> str:
        return self.passfile.read_text().rsplit(":", 1)[1].strip()

    def server(self, port: int) -> Server:
        """Return how to reach this cluster on its port."""
        keywords = {
            "host": "127.0.0.1",
            "port": str(port),
            "user": "postgres",
            "passfile": str(self.passfile),
            "password": self.password,  # for programs that know no passfile, such as JavaScript's drivers
        }
        return Server(keywords, self.binaries, private=True)

    def running_port(self) -> int | None:
        """Return the port of the running server, or None when it is down."""
        status = self.run("pg_ctl", "-D", str(self.data), "status", check=False)
        if status.returncode != 0:
            return None
        return int((self.data / "postmaster.pid").read_text().splitlines()[3])

    def create(self) -> None:
        """Make the data directory, closed to everyone without the generated password."""
        password = secrets.token_urlsafe(24)
        self.state.mkdir(parents=True, exist_ok=True)
        write_private(self.passfile, f"*:*:*:postgres:{password}\n")
        make_directory_for_server(self.home)
        pwfile = self.home / "password"
        write_for_server(pwfile, f"{password}\n")
        try:
            self.run(
                *("initdb", "-D", str(self.data), "--username=postgres", "--encoding=UTF8"),
                *("--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={pwfile}"),
            )
        finally:
            pwfile.unlink()
        with (self.data / "postgresql.conf").open("a") as file:
            file.write("include = 'gamekeeper.conf'\n")

    def fill(self, other: "Cluster") -> None:
        """Make the data directory and the password as a copy of those of another cluster, which is down."""
        make_directory_for_server(self.home)
        self.state.mkdir(parents=True, exist_ok=True)
        shutil.copy2(other.passfile, self.passfile)
        half = self.home / "half"
        shutil.rmtree(half, ignore_errors=True)
        copied = subprocess.run(
            [*as_server_user(), "cp", "-r", str(other.data), str(half)], cwd="/", check=False
        )
        if copied.returncode != 0:
            raise Problem(f"{other.data} could not be copied to {self.data}")
        half.chmod(0o700)
        half.rename(self.data)

    def start(self, port: int, settings: Mapping[str, str]) -> None:
        """Start the server and wait until it answers."""
        make_directory_for_server(self.sockets)
        lines = {
            "port": str(port),
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.sockets),
            **settings,
        }
        text = "".join(f"{name} = '{value}'\n" for name, value in lines.items())
        write_for_server(self.data / "gamekeeper.conf", text)
        self.start_again()

    def start_again(self) -> None:
        """Start the server as it was last set up, and wait until it answers."""
        log = self.home / "log"
        started = self.run(
            *("pg_ctl", "-D", str(self.data), "-l", str(log), "-w", "-t", "60", "start"),
            check=False,
        )
        if started.returncode != 0:
            complaints = [
                line.split("FATAL:", 1)[1].strip()
                for line in log.read_text(errors="replace").splitlines()
                if "FATAL:" in line
            ]
            reason = complaints[-1] if complaints else "no reason given"
            raise Problem(f"the private server did not start ({reason}); its log is {log}")

    def stop(self, mode: str = "fast") -> bool:
        """Stop this cluster's server, and no other; tell whether it was running."""
        if not self.data.exists() or self.running_port() is None:
            return False
        self.run("pg_ctl", "-D", str(self.data), "-m", mode, "-w", "stop")
        return True

    def delete(self) -> None:
        """Delete the data, the password and the port of a server that is down."""
        for directory in {self.home, self.state, self.sockets}:
            if directory.exists():
                shutil.rmtree(directory)
        with contextlib.suppress(OSError):
            self.home.parent.rmdir()  # where nothing else of ours lies in it

    def run(
        self, program: str, *arguments: str, check: bool = True
    ) -> subprocess.CompletedProcess[str]:
        """Run a server program as the user that owns the data."""
        # pg_ctl's child keeps its output open, so it may not be a pipe that we wait for.
        with tempfile.TemporaryFile("w+") as output:
            done = subprocess.run(
                [*as_server_user(), str(self.binaries / program), *arguments],
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                cwd="/",
                check=False,
                text=True,
            )
            output.seek(0)
            said = output.read().strip()
        if check and done.returncode != 0:
            last = said.splitlines()[-1] if said else f"exit status {done.returncode}"
            raise Problem(f"{program} failed: {last}")
        return subprocess.CompletedProcess(done.args, done.returncode, said, "")


@functools.cache
def server_user() -> str | None:
    """Return the user to run a server as, where we are root, as whom Postgres refuses to run."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name).pw_name
    raise Problem("Postgres refuses to run as root and there is no user postgres; adduser postgres")


def as_server_user() -> list[str]:
    """Return the command prefix that drops from root to the server's user."""
    user = server_user()
    if not user:
        return []
    group = grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name
    return ["setpriv", f"--reuid={user}", f"--regid={group}", "--clear-groups", "--"]


def is_reachable(directory: Path) -> bool:
    """Tell whether the server's user can enter and read a directory."""
    return (
        subprocess.run(
            [*as_server_user(), "test", "-r", str(directory), "-a", "-x", str(directory)],
            cwd="/",
            check=False,
        ).returncode
        == 0
    )


def make_directory_for_server(directory: Path) -> None:
    """Make a directory that belongs to the server's user alone."""
    directory.mkdir(mode=0o700, parents=True, exist_ok=True)
    user = server_user()
    owner = pwd.getpwnam(user).pw_uid if user else os.geteuid()
    if directory.stat().st_uid not in (owner, os.geteuid()):
        raise Problem(f"{directory} belongs to somebody else; remove it or ask its owner to")
    if user:
        shutil.chown(directory, user, grp.getgrgid(pwd.getpwnam(user).pw_gid).gr_name)
    directory.chmod(0o700)


def write_for_server(path: Path, text: str) -> None:
    """Write a file that the server's user can read."""
    path.write_text(text)
    path.chmod(0o600)
    user = server_user()
    if user:
        shutil.chown(path, user)


def write_private(path: Path, text: str) -> None:
    """Write a file that nobody but the invoking user can read."""
    path.touch(mode=0o600)
    path.write_text(text)


@functools.cache
def base_directory() -> Path:
    """Return where clusters keep their data: our folder, where the server's user can reach it."""
    STATE.mkdir(exist_ok=True)
    if is_reachable(STATE):
        return STATE
    digest = hashlib.sha256(str(ROOT).encode()).hexdigest()[:12]
    homes = Path("/var/lib/postgresql")
    parent = homes if homes.is_dir() and is_reachable(homes) else Path("/var/tmp")
    return parent / f"gamekeeper-{digest}"


def cluster(name: str, binaries: Path) -> Cluster:
    """Describe the private cluster of a name; it need not exist yet."""
    home = base_directory() / name
    sockets = home / "sockets"
    too_long = len(str(sockets / ".s.PGSQL.65535.lock")) > LONGEST_SOCKET_PATH
    if too_long or any(sign in str(sockets) for sign in ",'\""):
        digest = hashlib.sha256(str(home).encode()).hexdigest()[:12]
        sockets = Path("/tmp") / f"gamekeeper-{digest}"
    return Cluster(name, binaries, STATE / name, home, sockets)


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """Hold a lock among the processes that use this project folder."""
    STATE.mkdir(exist_ok=True)
    with (STATE / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def free_port() -> int:
    """Return a loopback port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def is_free(port: int) -> bool:
    """Tell whether a loopback port can be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def settings(
    binaries: Path, *, durable: bool = True, helpers: Sequence[str] = ("plpgsql_check", "pg_cron")
) -> dict[str, str]:
    """Return the settings of a private server, by which of the helpers its installation has."""
    library = installed_libraries(binaries)
    preload = ["plpgsql", *(name for name in helpers if name in library)]
    chosen = {
        "shared_preload_libraries": ",".join(preload),
        "max_connections": "300",
        "wal_level": "logical",
        "max_replication_slots": "160",
        "max_wal_senders": "160",
        "max_logical_replication_workers": "80",
        "max_worker_processes": "128",
        "wal_retrieve_retry_interval": "200ms",  # a subscription that starts anew does so at once
        "max_wal_size": "4GB",
        "max_locks_per_transaction": "256",
        "synchronous_commit": "on",
        "log_timezone": "UTC",
        "timezone": "UTC",
    }
    if "plpgsql_check" in preload:
        chosen["plpgsql_check.profiler_max_shared_chunks"] = "50000"
    if "pg_cron" in preload:
        chosen |= {
            "cron.database_name": DATABASE,
            "cron.use_background_workers": "on",
        }
    if shutil.disk_usage("/dev/shm").total < SMALL_SHARED_MEMORY:
        chosen["dynamic_shared_memory_type"] = "sysv"
    if not durable:
        chosen |= {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}
    return chosen


def installed_libraries(binaries: Path) -> set[str]:
    """Return the names of the loadable modules of an installation."""
    found = subprocess.run(
        [str(binaries / "pg_config"), "--pkglibdir"],
        capture_output=True,
        text=True,
        check=False,
    )
    directory = Path(found.stdout.strip()) if found.returncode == 0 else binaries.parent / "lib"
    return {file.stem for file in directory.glob("*.so")}


def private_cluster(name: str = "pg15") -> Cluster:
    """Return a cluster of the project's own, of Debian's PostgreSQL 15."""
    if not (DEBIAN_BINARIES / "initdb").exists():
        message = (
            f"PostgreSQL 15 is not installed in {DEBIAN_BINARIES}; apt-get install postgresql-15,"
            " or name a server in DATABASE_URL"
        )
        raise Problem(message)
    return cluster(name, DEBIAN_BINARIES)


def up(port: int | None = None) -> Server:
    """Return the server to work on: the named one, or the private one, started if it is down."""
    if is_named():
        return named_server()
    with locked("server"):
        return start(private_cluster(), port)


def start(own: Cluster, port: int | None = None) -> Server:
    """Return a cluster of the project's own, started if it is down. Whoever calls holds a lock."""
    if own.data.exists() and not own.passfile.exists():
        # data kept outside the project outlive a clone that was deleted; nobody has their password
        own.stop()
        own.delete()
    running = own.running_port() if own.data.exists() else None
    if running is not None and restart_due(own.server(running), own.binaries):
        # a package upgrade has put other libraries under the running server: new connections would fail
        own.stop()
        running = None
    if running is None:
        running = start_private(own, port)
    elif port not in (None, running):
        raise Problem(f"the private server runs on port {running}; scripts/gamekeeper down first")
    return own.server(running)


def private_restart_due() -> bool:
    """Tell whether the private server runs and another version is installed meanwhile."""
    if is_named():
        return False
    own = private_cluster()
    running = own.running_port() if own.data.exists() and own.passfile.exists() else None
    return running is not None and restart_due(own.server(running), own.binaries)


def installed_version(binaries: Path) -> str:
    """Return the version of the installed server program, in the words of a running server."""
    said = subprocess.run(
        [str(binaries / "postgres"), "--version"], capture_output=True, text=True, check=False
    ).stdout
    return said.strip().removeprefix("postgres (PostgreSQL) ")


def restart_due(server: Server, binaries: Path | None) -> bool:
    """Tell whether another version is installed than the one that runs."""
    if binaries is None or not (binaries / "postgres").exists():
        return False
    with server.connect("postgres") as conn:
        row = conn.execute("select current_setting('server_version')").fetchone()
    return row is not None and row[0] != installed_version(binaries)


@contextlib.contextmanager
def for_benchmarks() -> Iterator[Server]:
    """Run a server to measure on: the named one, or a private one set up as a studio would.

    The server of the tests preloads plpgsql_check, which makes every plpgsql statement dearer.
    """
    if is_named():
        server = named_server()
        check_test_rights(server)
        yield server
        return
    with locked("bench"):
        own = private_cluster("bench")
        if own.data.exists():
            own.stop()
            if not own.passfile.exists():
                own.delete()
        if not own.data.exists():
            own.create()
        memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        chosen = settings(own.binaries, helpers=())
        own.start(port := free_port(), {**chosen, "shared_buffers": f"{memory // 2**22}MB"})
        try:
            yield own.server(port)
        finally:
            own.stop()


def start_private(
    own: Cluster, wanted: int | None, make_ready: Callable[[Server], None] = lambda server: None
) -> int:
    """Start the private server on the wanted port, else on its last one, else on a free one.

    One that has to recover first is made ready before anything is made in it.
    """
    last = own.state / "port"
    port = wanted or (int(last.read_text()) if last.exists() else free_port())
    if not is_free(port):
        if wanted:
            message = f"port {wanted} is taken; choose another with --port, or none for a free one"
            raise Problem(message)
        port = free_port()
    if not (own.data / "PG_VERSION").exists():
        own.create()
    own.start(port, settings(own.binaries) | own.extra_settings())
    last.write_text(f"{port}\n")
    server = own.server(port)
    make_ready(server)
    with server.connect("postgres") as conn:
        if not conn.execute("select 1 from pg_database where datname = %s", [DATABASE]).fetchone():
            conn.execute(f"create database {DATABASE}")
    if "pg_cron" in installed_libraries(own.binaries):
        with server.connect() as conn:
            conn.execute("create extension if not exists pg_cron")
    return port
