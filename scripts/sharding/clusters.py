"""A platform on this machine: the home of definitions and its shards, each a server of its own on loopback."""

import json
import secrets
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from psycopg import sql
from rich.console import Console

from runner import STATE, Problem, sqitch, testing
from runner import server as servers
from runner.server import Cluster, Server
from sharding import definitions, moves, replicas, results, router, tables
from sharding.platform import HOME, SHARD, Platform, by_number, even_map

FOLDER = STATE / "cluster"
GATEWAY = "gateway"  # the login of clients, which becomes their roles and has no right of its own
COUNT = 3
DEFINED = (*definitions.TABLES, definitions.SETTINGS)

Deploy = Callable[[Server, Console], None]
T = TypeVar("T")


def deploy_all(server: Server, console: Console) -> None:
    """Deploy what is missing with Sqitch; into a new server the whole plan at once, which is then recorded."""
    if len(sqitch.unrecorded(server)) < len(sqitch.plan()):
        sqitch.deploy(server, console)
        return
    with server.connect("postgres") as conn:  # whatever an interrupted deploy has left there
        database = sql.Identifier(server.database)
        conn.execute(sql.SQL("drop database {} with (force)").format(database))
        conn.execute(sql.SQL("create database {}").format(database))
    testing.run_scripts(
        server, server.database, [change.script("deploy") for change in sqitch.plan()]
    )
    sqitch.record(server, sqitch.plan()[-1])
    console.print(f"[green]deployed[/] {len(sqitch.plan())} changes at once, and recorded")


def member(name: str) -> Cluster:
    """Describe the server of a name; it need not exist yet."""
    return servers.private_cluster(f"{FOLDER.name}/{name}")


def whole() -> Path:
    """Return the file that is there when all servers were made, so that half a cluster is made anew."""
    return FOLDER / "whole"


def map_file() -> Path:
    """Return the file that clients can read the map from."""
    return FOLDER / "map.json"


def password_file() -> Path:
    """Return the file with the password of the clients' login."""
    return FOLDER / "gateway"


def members() -> list[str]:
    """Return the names of the servers that were made here."""
    found = FOLDER.iterdir() if FOLDER.exists() else ()
    named = [path.name for path in found if path.name == HOME or SHARD.fullmatch(path.name)]
    return sorted(named, key=by_number)


def platform() -> Platform:
    """Return the cluster of this machine, all of which has to run."""
    if not whole().exists():
        raise Problem("there is no cluster here; make one: scripts/gamekeeper cluster up")
    found = {}
    for name in members():
        own = member(name)
        port = own.running_port()
        if port is None:
            raise Problem(f"{name} does not run; scripts/gamekeeper cluster up")
        found[name] = own.server(port)
    return Platform(found)


def up(
    count: int | None,
    console: Console,
    deploy: Deploy = deploy_all,
    adopted: Cluster | None = None,
) -> Platform:
    """Make what is missing, start what is down, deploy what is new, and tell all of them the map.

    A server with data that is adopted is copied: the copy is the only shard at first, and all of its slots can move.
    """
    with servers.locked("cluster"):
        shards = [name for name in members() if name != HOME]
        if whole().exists() and count not in (None, len(shards)):
            raise Problem(
                f"the cluster has {len(shards)} shards; scripts/gamekeeper shard add makes one more",
                2,
            )
        if adopted and (shards or count not in (None, 1)):
            raise Problem(
                "the data of one server begin a new cluster, of one shard; then add others", 2
            )
        if adopted:
            adopt(adopted, console, deploy)
        elif not whole().exists():
            make(count or COUNT, console, deploy)
        started = Platform({name: servers.start(member(name)) for name in members()})
        for server in started.servers.values():
            deploy(server, console)
        tell_maps(started)
        ways = replicas.ways(started)
        definitions.connect(started, ways)
        results.connect(started, ways)
        router.lay(started)
        write_map(started)
    return started


def adopt(own: Cluster, console: Console, deploy: Deploy) -> None:
    """Make a cluster of a home and one shard, which begins as a copy of a server with data."""
    if not own.data.exists():
        raise Problem("there are no data of a private server here; scripts/gamekeeper up")
    was_running = own.stop()
    try:
        member("s1").fill(own)
    finally:
        if was_running:
            own.start_again()
    first = servers.start(member("s1"))
    home = servers.start(member(HOME))
    for server in (first, home):
        deploy(server, console)
    password = secrets.token_urlsafe(24)
    servers.write_private(password_file(), password)
    with first.connect() as conn:
        make_gateway(conn, password)
    share(first, home)
    both = Platform({"s1": first, HOME: home})
    with (
        moves.connected(both, "s1") as source,
        moves.connected(both, HOME) as target,
        target.transaction(),
    ):
        for table in tables.tables(source, dict.fromkeys(DEFINED, "true")):
            target.execute(f"delete from {table.name}".encode())
            moves.pour(source, target, table.rows(), table.name, table.columns, 0)
    whole().touch()


def add(console: Console, deploy: Deploy = deploy_all) -> Platform:
    """Make one more shard, without slots."""
    with servers.locked("cluster"):
        servers.start(member(f"s{len(platform().names()) + 1}"))
    return up(None, console, deploy)


def share(other: Server, server: Server) -> None:
    """Give a server what all servers have alike: the secret of players and the login of clients."""
    with other.connect() as there, server.connect() as here:
        here.execute("set session_replication_role = replica")
        secret = there.execute(
            "select inner_block, outer_block from cards.player_secret"
        ).fetchone()
        assert secret
        here.execute("update cards.player_secret set inner_block = %s, outer_block = %s", secret)
        if here.execute("select to_regrole(%s)", [GATEWAY]).fetchone() == (None,):
            make_gateway(here, password_file().read_text())


def make(count: int, console: Console, deploy: Deploy) -> None:
    """Deploy into the home, and make the shards as copies of it: with the same secrets, password and logins."""
    at_once(lambda name: remove(member(name)), members())
    home = member(HOME)
    server = servers.start(home)
    deploy(server, console)
    with server.connect() as conn:
        servers.write_private(password_file(), secrets.token_urlsafe(24))
        make_gateway(conn, password_file().read_text())
    home.stop()
    at_once(lambda number: member(f"s{number}").fill(home), range(1, count + 1))
    whole().touch()


def make_gateway(conn: servers.Connection, password: str) -> None:
    """Make the login of clients (docs/install.md)."""
    conn.execute(
        sql.SQL("create role {} login noinherit password {}").format(
            sql.Identifier(GATEWAY), sql.Literal(password)
        )
    )
    conn.execute(f"grant anon, authenticated, service_role to {GATEWAY}".encode())


def tell_maps(started: Platform) -> None:
    """Tell each server where all are, with the map that it has; a new one is told the newest, and what all share."""
    known = {name: started.map_of(name) for name in started.servers}
    newest = max(
        (found for found in known.values() if found),
        key=lambda found: found.version,
        default=even_map(started.names()),
    )
    for name, found in known.items():
        if found is None and name != HOME:
            share(started.servers[HOME], started.servers[name])
        started.tell(name, found or newest)


def write_map(started: Platform) -> None:
    """Write what a client needs, for programs that don't ask a server."""
    found = {
        "addresses": started.addresses(),
        "user": GATEWAY,
        "password": password_file().read_text(),
        "shards": list(started.newest_map().shards),
    }
    servers.write_private(map_file(), json.dumps(found, indent=2) + "\n")


def down(*, delete: bool) -> list[str]:
    """Stop the servers of the cluster, and no other; return which were running."""
    with servers.locked("cluster"):
        mode = "immediate" if delete else "fast"
        stopped = [name for name in members() if member(name).stop(mode)]
        if delete:
            at_once(lambda name: remove(member(name)), members())
            for left in (whole(), map_file(), password_file()):
                left.unlink(missing_ok=True)
    return stopped


def at_once(work: Callable[[T], object], things: Iterable[T]) -> None:
    """Do something with each of some things, all at the same time: what waits for the disk."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(work, things))


def remove(own: Cluster) -> None:
    """Stop a server and delete its data."""
    own.stop("immediate")
    own.delete()
