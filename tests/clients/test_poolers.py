"""Four drivers through pgbouncer in transaction mode, with the settings that docs/what-to-send.md names."""

from __future__ import annotations

import asyncio
import fcntl
import json
import os
import pwd
import socket
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import asyncpg
import psycopg
import pytest
from gamekeeper import Caller, Gamekeeper, Kept
from psycopg.conninfo import conninfo_to_dict
from psycopg.types.json import Jsonb

from runner import ROOT, STATE, snippets
from runner import server as servers

PACKAGES = ("pgbouncer", "libevent-2.1-7", "libc-ares2")
PEOPLE = ("00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a2")
CHECK = "select count(*) > 0, auth.uid()::text from xp.validate_definition(definition => {})"
BECOME = (
    "select set_config('role', 'authenticated', true), set_config('request.jwt.claims', {}, true)"
)
DOCUMENT = {"baseXp": 0}
TIMES = 12


def unpacked() -> Path:
    """Return a folder with Debian's pgbouncer, unpacked there at the first need: installed, it would start a service."""
    folder = STATE / "pgbouncer"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "usr").exists():
            done = subprocess.run(
                ["apt-get", "download", "--quiet", *PACKAGES],
                cwd=folder, capture_output=True, text=True, check=False,
            )  # fmt: skip
            if done.returncode:
                pytest.skip(f"apt-get could not download pgbouncer: {done.stderr.strip()[-200:]}")
            for package in folder.glob("*.deb"):
                subprocess.run(["dpkg", "-x", str(package), str(folder)], check=True)
    return folder


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def pooled(database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A connection string that leads through pgbouncer, which has two connections to the server."""
    program = unpacked()
    words = conninfo_to_dict(database)
    with psycopg.connect(database) as conn:
        host, port, user, password = (
            conn.info.host,
            conn.info.port,
            conn.info.user,
            conn.info.password,
        )
    folder = tmp_path_factory.mktemp("pgbouncer")
    listen = free_port()
    secret = f" password={password}" if password else ""
    (folder / "pgbouncer.ini").write_text(
        f"[databases]\n* = host={host} port={port} user={user}{secret}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {listen}\nauth_type = any\n"
        f"pool_mode = transaction\ndefault_pool_size = 2\nunix_socket_dir =\nignore_startup_parameters = extra_float_digits\n"
    )
    name = servers.server_user()
    owner = pwd.getpwnam(name) if name else None
    if owner:
        for path in (folder, folder / "pgbouncer.ini"):
            os.chown(path, owner.pw_uid, owner.pw_gid)
    (library,) = program.glob("usr/lib/*-linux-gnu")
    process = subprocess.Popen(
        [str(program / "usr" / "sbin" / "pgbouncer"), "-q", "pgbouncer.ini"],
        cwd=folder,
        env={**os.environ, "LD_LIBRARY_PATH": str(library)},
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        stderr=subprocess.PIPE,
    )
    try:
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", listen)) == 0:
                    break
            assert process.poll() is None, process.communicate()[1]
            time.sleep(0.1)
        yield f"postgresql://{quote(str(user))}@127.0.0.1:{listen}/{words['dbname']}"
    finally:
        process.terminate()
        process.communicate(timeout=30)


def claims(person: str) -> str:
    """Return the claims of a person."""
    return json.dumps({"sub": person, "role": "authenticated"})


def test_psycopg_without_prepared_statements(pooled: str) -> None:
    def play(person: str) -> list[object]:
        found: list[object] = []
        with psycopg.connect(pooled, prepare_threshold=None, autocommit=True) as conn:
            for _ in range(TIMES):
                with conn.transaction():
                    conn.execute(BECOME.format("%s"), [claims(person)])
                    found.append(conn.execute(CHECK.format("%s"), [Jsonb(DOCUMENT)]).fetchone())
        return found

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(play, PEOPLE)) == [[(True, person)] * TIMES for person in PEOPLE]


def test_the_generated_client_without_prepared_statements(pooled: str) -> None:
    def play(person: str) -> list[str]:
        connections = Kept(pooled, prepare_threshold=None)
        db = Gamekeeper(connections, Caller.user(person))
        found = [str(db.slots.create_wallet("AUD", 10).owner_id) for _ in range(TIMES)]  # type: ignore[arg-type]
        connections.close()
        return found

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(play, PEOPLE)) == [[person] * TIMES for person in PEOPLE]


def test_asyncpg_without_its_cache_of_statements(pooled: str) -> None:
    async def play(person: str) -> list[object]:
        found: list[object] = []
        conn = await asyncpg.connect(pooled, statement_cache_size=0)
        for _ in range(TIMES):
            async with conn.transaction():
                await conn.execute(BECOME.format(f"'{claims(person)}'"))
                found.append(tuple(await conn.fetchrow(CHECK.format("$1"), json.dumps(DOCUMENT))))
        await conn.close()
        return found

    async def both() -> list[list[object]]:
        return list(await asyncio.gather(*(play(person) for person in PEOPLE)))

    assert asyncio.run(both()) == [[(True, person)] * TIMES for person in PEOPLE]


def test_pg_and_postgres_js(pooled: str) -> None:
    try:
        folder = snippets.npm_folder(STATE / "node-poolers", ["pg@8", "postgres@3"])
    except snippets.Missing as reason:
        pytest.skip(str(reason))
    program = folder / "poolers.mjs"
    program.write_text((ROOT / "tests" / "clients" / "poolers.mjs").read_text())
    done = subprocess.run(
        ["node", program.name],
        cwd=folder,
        env={**os.environ, "DATABASE_URL": pooled},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.stdout.splitlines() == ["withPg 24 true", "withPostgres 24 true"], done.stderr
