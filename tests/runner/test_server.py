"""Servers: what stops a command is one line, and the private server is ours alone."""

import os
import pwd
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from runner import ROOT, Problem, server, snippets, testing

STRANGERS = ("gktest_no_roles", "gktest_no_database", "gktest_no_superuser")


def gamekeeper(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program as a user would, with a server named by the variables or none."""
    environment = {
        name: value
        for name, value in os.environ.items()
        if name != "DATABASE_URL" and not name.startswith("PG")
    }
    return subprocess.run(
        [sys.executable, "-m", "runner", *arguments],
        env=environment | variables,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def complaint(*arguments: str, **variables: str) -> str:
    """Return the one line with which a command gives up; below it stand what a deploy would stumble over, a line each."""
    done = gamekeeper(*arguments, **variables)
    assert done.returncode in (1, 2), done.stdout + done.stderr
    assert done.stdout.strip() == ""
    lines = done.stderr.splitlines()
    assert lines[0].startswith("gamekeeper: ")
    assert all(line.startswith("- ") for line in lines[1:]), done.stderr
    return done.stderr


# A server that the user named ------------------------------------------------------------------


def test_database_url_that_is_none() -> None:
    """A DATABASE_URL that can't be read is named, with the form that can."""
    assert "DATABASE_URL is not a connection string" in complaint("up", DATABASE_URL="://")


@pytest.mark.parametrize("command", ["up", "deploy", "status", "demo"])
def test_unreachable_server(command: str) -> None:
    """A server that nobody listens for is named by the variable that names it."""
    url = f"postgresql://nobody@127.0.0.1:{server.free_port()}/x"
    line = complaint(command, DATABASE_URL=url)
    assert "the server that DATABASE_URL names can't be reached" in line
    assert "unset DATABASE_URL" in line


def test_unreachable_server_of_pg_variables() -> None:
    """PG* variables name a server too."""
    line = complaint("up", PGHOST="127.0.0.1", PGPORT=str(server.free_port()))
    assert "the server that PGHOST, PGPORT names can't be reached" in line


def test_an_old_server_is_refused() -> None:
    """A server before 15 is refused, 15 is not."""
    with pytest.raises(Problem, match="the server is PostgreSQL 14, and 15 or later is needed"):
        server.check_version(140011)
    server.check_version(150000)


def test_named_server_is_not_stopped() -> None:
    """`down` leaves a server alone that is not ours."""
    assert "is not ours to stop" in complaint(
        "down", DATABASE_URL="postgresql://nobody@127.0.0.1:1/x"
    )


@pytest.fixture
def strangers(
    test_databases: testing.TestDatabases, fresh_database: str
) -> Iterator[dict[str, str]]:
    """Connection strings of roles that lack a right each."""
    with psycopg.connect(fresh_database, autocommit=True) as conn:
        for name in STRANGERS:
            conn.execute(f"drop role if exists {name}".encode())
            conn.execute(f"create role {name} login password 'x'".encode())
        conn.execute("alter role gktest_no_database createrole")
        conn.execute("alter role gktest_no_superuser createrole createdb")
        yield {
            name: psycopg.conninfo.make_conninfo(fresh_database, user=name, password="x")
            for name in STRANGERS
        }
        for name in STRANGERS:
            conn.execute(f"drop role {name}".encode())


def test_roles_without_rights(strangers: dict[str, str]) -> None:
    """What a role lacks is named, with the statement that gives it."""
    line = complaint("deploy", DATABASE_URL=strangers["gktest_no_roles"])
    assert "grant gamekeeper to gktest_no_roles" in line
    line = complaint("deploy", DATABASE_URL=strangers["gktest_no_database"])
    assert "grant create on database" in line
    with psycopg.connect(strangers["gktest_no_superuser"]) as conn:
        assert conn.info.user == "gktest_no_superuser"
    done = gamekeeper("test", "tests/core/raise.sql", DATABASE_URL=strangers["gktest_no_superuser"])
    assert done.returncode != 0
    assert 'role "gktest_no_superuser" is no superuser' in done.stdout + done.stderr


def test_server_without_the_tests_extensions(
    test_databases: testing.TestDatabases, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An extension that the server lacks is named with its package."""
    major = test_databases.control.info.server_version // 10000
    monkeypatch.setitem(server.TEST_EXTENSIONS, "pg_nowhere", "postgresql-{}-nowhere")
    with pytest.raises(Problem, match=f"lacks pg_nowhere.*install postgresql-{major}-nowhere"):
        server.check_test_rights(test_databases.server)


def test_named_server_is_used(test_databases: testing.TestDatabases, fresh_database: str) -> None:
    """With DATABASE_URL the commands work on that database."""
    done = gamekeeper(
        "psql", "--", "-XAtc", "select current_database()", DATABASE_URL=fresh_database
    )
    name = psycopg.conninfo.conninfo_to_dict(fresh_database)["dbname"]
    assert done.stdout.strip() == name, done.stderr
    # The template was made without sqitch: tell its registry what is there.
    noted = subprocess.run(
        ["sqitch", "deploy", "--log-only", "--no-verify"],
        cwd=ROOT,
        env=snippets.environment(fresh_database),
        capture_output=True,
        text=True,
        check=False,
    )
    assert noted.returncode == 0, noted.stdout + noted.stderr
    done = gamekeeper("deploy", DATABASE_URL=fresh_database)
    assert done.returncode == 0, done.stderr
    assert "are there already" in done.stdout


# The private server ----------------------------------------------------------------------------


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Path]:
    """A copy of the runner in a folder of its own, so that its server is another one."""
    folder = tmp_path / "a project"
    (folder / "scripts").mkdir(parents=True)
    shutil.copytree(ROOT / "scripts" / "runner", folder / "scripts" / "runner")
    (folder / "sqitch.plan").write_text("%syntax-version=1.0.0\n%project=gamekeeper\n")
    yield folder
    in_folder(folder, "down", "--delete")


def in_folder(folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program of that copy."""
    return gamekeeper(*arguments, PYTHONPATH=str(folder / "scripts"), **variables)


needs_debian = pytest.mark.skipif(
    not (server.DEBIAN_BINARIES / "initdb").exists(), reason="no PostgreSQL 15 of Debian's here"
)


def address(done: subprocess.CompletedProcess[str]) -> str:
    """Return the connection string that `up` printed."""
    assert done.returncode == 0, done.stderr
    found: str = done.stdout.splitlines()[0].split()[-1]
    return found


@needs_debian
def test_up_and_down_again_and_again(elsewhere: Path) -> None:
    """`up` starts once and keeps its port and data; `down` stops that server, named or not; both repeat."""
    first = address(in_folder(elsewhere, "up"))
    assert address(in_folder(elsewhere, "up")) == first
    with psycopg.connect(first, autocommit=True) as conn:
        conn.execute("create table kept (a integer)")
        settings = conn.execute(
            "select current_setting('listen_addresses'), current_setting('wal_level'),"
            " current_setting('synchronous_commit'), current_setting('shared_preload_libraries')"
        ).fetchone()
    assert settings is not None
    assert settings[:3] == ("127.0.0.1", "logical", "on")
    assert "plpgsql" in settings[3]
    other = first.replace("127.0.0.1:", "127.0.0.2:")
    assert "not ours to stop" in in_folder(elsewhere, "down", DATABASE_URL=other).stderr
    assert in_folder(elsewhere, "down", DATABASE_URL=first).stdout == "down\n"
    for named in ({}, {"DATABASE_URL": first}):
        assert "was not running" in in_folder(elsewhere, "down", **named).stdout
    assert address(in_folder(elsewhere, "up")) == first
    with psycopg.connect(first) as conn:
        assert conn.execute("select count(*) from kept").fetchone() == (0,)
    assert in_folder(elsewhere, "down", "--delete").stdout == "down\n"
    with psycopg.connect(address(in_folder(elsewhere, "up"))) as conn:
        assert conn.execute("select to_regclass('kept') is null").fetchone() == (True,)


@needs_debian
def test_a_taken_port_is_refused_or_replaced(elsewhere: Path) -> None:
    """A port that the user asks for and somebody has is refused; the last one is replaced."""
    first = address(in_folder(elsewhere, "up"))
    assert in_folder(elsewhere, "down").returncode == 0
    port = psycopg.conninfo.conninfo_to_dict(first)["port"]
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", int(str(port))))
        listener.listen()
        refused = in_folder(elsewhere, "up", "--port", str(port))
        assert refused.stderr == (
            f"gamekeeper: port {port} is taken; choose another with --port, or none for a free one\n"
        )
        assert address(in_folder(elsewhere, "up")) != first


@needs_debian
def test_stranger_on_the_machine_is_not_let_in(elsewhere: Path) -> None:
    """The password is random, and its file is for its owner's eyes."""
    url = address(in_folder(elsewhere, "up"))
    with pytest.raises(psycopg.OperationalError, match="password"):
        psycopg.connect(psycopg.conninfo.make_conninfo(url, passfile="/dev/null"))
    passfile = Path(str(psycopg.conninfo.conninfo_to_dict(url)["passfile"]))
    assert passfile.stat().st_mode & 0o077 == 0


# As somebody else ------------------------------------------------------------------------------


def data_owner(folder: Path) -> str:
    """Start the private server of a folder, stop it again, and return whose data they are."""
    server.ROOT, server.STATE = folder, folder / ".gamekeeper"
    server.base_directory.cache_clear()
    server.server_user.cache_clear()
    found = server.up()
    with found.connect() as conn:
        assert conn.execute("select current_database()").fetchone() == ("gamekeeper",)
    own = server.private_cluster()
    assert own.home == folder / ".gamekeeper" / "pg15"
    assert own.stop()
    return own.data.owner()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of fork among threads, from 3.12 on
@needs_debian
def test_as_an_ordinary_user(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without root's rights the server runs in the user's own folder, as that user."""
    for name in (*server.NAMING_VARIABLES, "PGPASSFILE", "PGPASSWORD"):
        monkeypatch.delenv(name, raising=False)
    name = f"gktest-{os.getpid()}"
    subprocess.run(["useradd", "--create-home", name], check=True)
    try:
        user = pwd.getpwnam(name)
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                os.setgroups([])
                os.setgid(user.pw_gid)
                os.setuid(user.pw_uid)
                os.write(write, data_owner(Path(user.pw_dir)).encode())
            except BaseException as error:
                os.write(write, repr(error).encode())
            finally:
                os._exit(0)
        os.close(write)
        with os.fdopen(read) as answer:
            assert answer.read() == name
        os.waitpid(child, 0)
    finally:
        subprocess.run(["userdel", "--remove", name], check=True, capture_output=True)
