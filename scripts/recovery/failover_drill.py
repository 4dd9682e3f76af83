"""The drill of a failover: the primary is killed while clients play, and its standby takes over."""

import time

from rich.console import Console
from rich.status import Status

from recovery import checks, clusters, crash_drill, load
from recovery.report import Report
from runner import server as servers
from runner.server import Cluster, Server

# What an asynchronous standby lacks is a tail: within a thing, nothing acknowledged later is there.
LOST = """
select count(*) filter (where h.n = 0), bool_and(h.n = 0) from (
  select a.thing, a.place, ({held}) as n from lost as a where a.kind = %(kind)s
) as h
where h.place >= (select min(f.place) from (
  select a.thing, a.place, ({held}) as n from lost as a where a.kind = %(kind)s
) as f where f.thing = h.thing and f.n = 0)
"""


def run(size: crash_drill.Size, console: Console, *, synchronous: bool, **settings: str) -> Report:
    """Kill the primary; clients go on with the standby once it is promoted."""
    mode = "synchronous" if synchronous else "asynchronous"
    report = Report(f"failover-{mode}", Report.now())
    with (
        clusters.scratch("primary") as first,
        clusters.scratch("standby") as second,
        console.status("starting") as status,
    ):
        primary = clusters.start_deployed(first, **settings)
        standby = follow(first, second, primary, **settings)
        if synchronous:
            wait_for_commit_on_standby(primary)
        if synchronous:
            switch(report, size, (first, second), (primary, standby), status)
        else:
            lose_a_tail(report, size, (first, second), (primary, standby), status)
    return report


Pair = tuple[Cluster, Cluster]
Servers = tuple[Server, Server]


def switch(
    report: Report, size: crash_drill.Size, pair: Pair, two: Servers, status: Status
) -> None:
    """Let clients go on over the death of the primary: all that they were told is there."""
    place = [two[0]]
    journal = load.Journal()
    with load.playing(lambda: place[0].conninfo(), size.hands, journal):
        load.more_calls(journal, size.calls)
        status.update(f"{len(journal.entries)} calls answered; the primary dies")
        begun = kill_primary(report, pair[0], journal)
        promote(pair[1], two[1])
        place[0] = two[1]
        report.figures["seconds without a primary"] = round(time.monotonic() - begun, 2)
        load.more_calls(journal, size.calls)
    crash_drill.judge(report, two[1], journal)


def lose_a_tail(
    report: Report, size: crash_drill.Size, pair: Pair, two: Servers, status: Status
) -> None:
    """Cut the standby off, play on, and lose that: the standby's books are whole, and play goes on with new seeds."""
    journal = load.Journal()
    with load.playing(two[0].conninfo, size.hands, journal, to_the_end=False):
        load.more_calls(journal, size.calls)
        pair[1].stop()
        status.update(f"{len(journal.entries)} calls answered; the standby is cut off")
        load.more_calls(journal, size.calls)
        begun = kill_primary(report, pair[0], journal)
    pair[1].start_again()
    promote(pair[1], two[1])
    report.figures["seconds without a primary"] = round(time.monotonic() - begun, 2)
    with two[1].connect() as conn:
        tails(report, conn, journal)
        report.extend(checks.books(conn))
        for system in ("slots", "sparc"):
            conn.execute(f"call {system}.reseed_all('drill: an asynchronous failover')".encode())
    again = load.Journal()
    with load.playing(two[1].conninfo, size.hands, again):
        load.more_calls(again, size.calls)
    crash_drill.judge(report, two[1], again)


def kill_primary(report: Report, first: Cluster, journal: load.Journal) -> float:
    """Kill the primary and return when."""
    begun = time.monotonic()
    crash_drill.kill_all(first)
    report.events.append((begun - journal.begun, "primary killed"))
    return begun


def follow(first: Cluster, second: Cluster, primary: Server, **settings: str) -> Server:
    """Make a streaming standby of a primary and start it."""
    servers.make_directory_for_server(second.home)
    second.state.mkdir(parents=True, exist_ok=True)
    second.passfile.touch(mode=0o600)
    second.passfile.write_text(first.passfile.read_text())
    source = (
        f"host={first.sockets} port={primary.keywords['port']} user=postgres password={first.password}"
        " application_name=standby"
    )
    second.run(
        "pg_basebackup", "-D", str(second.data), "-d", source, "-X", "stream", "-c", "fast", "-R"
    )
    port = servers.free_port()
    second.start(port, clusters.settings(second.binaries, **settings))
    standby = clusters.database_of(second.server(port))
    clusters.wait_for(
        primary,
        "select exists (select from pg_stat_replication where state = 'streaming')",
        60,
        "the replication",
    )
    return standby


def wait_for_commit_on_standby(primary: Server) -> None:
    """Let a commit wait for the standby."""
    with primary.connect("postgres") as conn:
        conn.execute("alter system set synchronous_standby_names = 'standby'")
        conn.execute("select pg_reload_conf()")
    clusters.wait_for(
        primary,
        "select exists (select from pg_stat_replication where sync_state = 'sync')",
        60,
        "the synchronous replication",
    )


def promote(second: Cluster, standby: Server) -> None:
    """Let the standby be the primary."""
    second.run("pg_ctl", "-D", str(second.data), "-w", "-t", "60", "promote")
    clusters.wait_for(standby, "select not pg_is_in_recovery()", 60, "the promotion")


def tails(report: Report, conn: servers.Connection, journal: load.Journal) -> None:
    """Check that the standby lacks tails only, and count them."""
    conn.execute("create temporary table lost (place bigint, kind text, thing text, key text)")
    with conn.cursor() as cursor, cursor.copy("copy lost from stdin") as copy:
        for place, entry in enumerate(journal.entries):
            copy.write_row((place, entry.kind, entry.thing, entry.key))
    total = 0
    for kind, held in load.HELD.items():
        row = conn.execute(LOST.format(held=held).encode(), {"kind": kind}).fetchone()
        assert row is not None
        count, all_gone = row
        total += count
        report.check(
            f"{kind}: what is lost is a tail",
            count == 0 or bool(all_gone),
            f"{count} acknowledged calls lost",
        )
    report.figures["acknowledged before"] = len(journal.entries)
    report.figures["lost by the standby"] = total
