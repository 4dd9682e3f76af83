"""The session feed as realtime servers read it: from the write-ahead log, filtered as Supabase filters."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]


@dataclass
class Replica:
    """A logical replication client that asks for changes by SQL and decodes pgoutput itself."""

    connection: psycopg.Connection
    slot: str
    plugin: str = "pgoutput"
    relations: dict[int, tuple[str, list[str]]] = field(default_factory=dict)

    def subscribe(self) -> None:
        """Begin to receive; a temporary slot goes with its connection."""
        self.connection.execute(
            "select pg_create_logical_replication_slot(%s, %s, true)", [self.slot, self.plugin]
        )

    def stop(self) -> None:
        """Give the slot back before the connection goes: a database with a slot in use is not dropped."""
        self.connection.execute("select pg_drop_replication_slot(%s)", [self.slot])
        self.connection.close()

    def receive(self) -> list[tuple[str, dict[str, str]]]:
        """Return every insert since the last call: the table's name and the row as text."""
        rows = self.connection.execute(
            "select data from pg_logical_slot_get_binary_changes(%s, null, null,"
            " 'proto_version', '1', 'publication_names', 'gamekeeper_realtime')",
            [self.slot],
        ).fetchall()
        return [change for (data,) in rows if (change := self.decode(bytes(data)))]

    def decode(self, data: bytes) -> tuple[str, dict[str, str]] | None:
        """Decode a message; begin and commit carry nothing that is wanted here."""
        kind, rest = data[:1], data[1:]
        if kind == b"R":
            (relation,) = struct.unpack("!I", rest[:4])
            self.learn(relation, rest[4:])
            return None
        if kind == b"I":
            (relation,) = struct.unpack("!I", rest[:4])
            name, columns = self.relations[relation]
            return name, dict(zip(columns, self.values(rest[5:]), strict=True))
        assert kind in {b"B", b"C", b"Y", b"O"}, kind
        return None

    def text(self, data: bytes) -> tuple[str, bytes]:
        """Split a zero-terminated text from the rest."""
        text, rest = data.split(b"\0", 1)
        return text.decode(), rest

    def learn(self, relation: int, data: bytes) -> None:
        """Remember a relation's name and columns."""
        schema, rest = self.text(data)
        table, rest = self.text(rest)
        (count,) = struct.unpack("!h", rest[1:3])
        rest = rest[3:]
        columns = []
        for _ in range(count):
            column, rest = self.text(rest[1:])
            columns.append(column)
            rest = rest[8:]
        self.relations[relation] = (f"{schema}.{table}", columns)

    def values(self, data: bytes) -> Iterator[str]:
        """Yield the texts of a tuple."""
        (count,) = struct.unpack("!h", data[:2])
        rest = data[2:]
        for _ in range(count):
            kind, rest = rest[:1], rest[1:]
            assert kind == b"t", kind
            (length,) = struct.unpack("!i", rest[:4])
            yield rest[4 : 4 + length].decode()
            rest = rest[4 + length :]


@dataclass
class Scene:
    """A database of its own with a replica and two sessions."""

    connect: Connect
    owner: psycopg.Connection
    replica: Replica
    private: object
    public: object

    def person(self, name: str) -> psycopg.Connection:
        """Connect as a signed-in person."""
        row = self.owner.execute("select test.sparc_sign_up(%s)", [name]).fetchone()
        assert row
        return self.connect(user=row[0])

    def roll(self, name: str, session: object, times: int = 1) -> None:
        """Let somebody roll."""
        with self.person(name) as caller:
            for _ in range(times):
                caller.execute(
                    "select sparc.roll_dice(%s, test.sparc_seat(%s, %s), 'wit', 9)",
                    [session, session, name],
                )

    def seen_by(
        self, name: str, changes: list[tuple[str, dict[str, str]]]
    ) -> list[tuple[str, int]]:
        """Return what a subscriber gets: Supabase asks for each row, as the subscriber, whether it is visible."""
        with self.person(name) as subscriber:
            return [
                (row["session_id"], int(row["seq"]))
                for _, row in changes
                if subscriber.execute(
                    "select 1 from sparc.session_events where session_id = %s and seq = %s and created_at = %s",
                    [row["session_id"], row["seq"], row["created_at"]],
                ).fetchone()
            ]


@pytest.fixture
def scene(connect: Connect, fresh_database: str, worker_id: str) -> Iterator[Scene]:
    """A replica that listens before anything happens."""

    def here(**who: Any) -> psycopg.Connection:
        conn = connect(conninfo=fresh_database, **who)
        conn.execute("set synchronous_commit = on")  # what is not flushed yet is not decoded either
        return conn

    owner = here()
    if owner.execute("show wal_level").fetchone() != ("logical",):
        pytest.skip("the server's wal_level is not logical")
    # a roll is one call and one event here
    owner.execute("update core.settings set value = 'false' where name = 'core.clients_can_abort'")
    replica = Replica(here(), f"gamekeeper_test_{worker_id}")
    replica.subscribe()
    private, public = (
        owner.execute(
            "select id from test.sparc_session(%s, %s, started => true, is_public => %s)",
            [seer, players, is_public],
        ).fetchone()
        for seer, players, is_public in (("seer", ["ada", "bo"], False), ("other", ["cy"], True))
    )
    assert private
    assert public
    yield Scene(here, owner, replica, private[0], public[0])
    if not replica.connection.closed:
        replica.stop()


def feed(scene: Scene, session: object) -> list[tuple[str, int]]:
    """Return what the feed of a session should be."""
    row = scene.owner.execute(
        "select event_seq from sparc.sessions where id = %s", [session]
    ).fetchone()
    assert row
    return [(str(session), seq) for seq in range(1, row[0] + 1)]


def test_every_event_arrives_once_and_in_order(scene: Scene) -> None:
    """Many callers at once: the log holds each session's events in the order of their numbers."""
    with ThreadPoolExecutor(6) as pool:
        list(
            pool.map(
                lambda call: scene.roll(call[0], call[1], 5),
                [("ada", scene.private), ("bo", scene.private), ("cy", scene.public)] * 2,
            )
        )
    changes = scene.replica.receive()
    assert {name for name, _ in changes} == {"sparc.session_events"}, "partitions show as one table"
    for session in (scene.private, scene.public):
        arrived = [
            (row["session_id"], int(row["seq"]))
            for _, row in changes
            if row["session_id"] == str(session)
        ]
        assert arrived == feed(scene, session)
    assert len(changes) == len(feed(scene, scene.private)) + len(feed(scene, scene.public))


def test_nobody_receives_what_they_may_not_see(scene: Scene) -> None:
    """Filtered as Supabase does, players get their session, strangers get nothing, not even of a public one."""
    scene.roll("ada", scene.private, 3)
    changes = scene.replica.receive()
    for name in ("ada", "bo", "seer"):
        assert scene.seen_by(name, changes) == feed(scene, scene.private)
    assert scene.seen_by("cy", changes) == feed(scene, scene.public)
    assert scene.seen_by("eve", changes) == []
    assert "example.org" not in json.dumps(changes), "no address travels"


def test_the_kicked_receive_no_more(scene: Scene) -> None:
    """From the kick on a player receives nothing."""
    with scene.person("seer") as seer:
        seer.execute("select sparc.kick_player(%s, test.user('bo'))", [scene.private])
    scene.roll("ada", scene.private)
    changes = scene.replica.receive()
    assert scene.seen_by("bo", changes) == []
    assert scene.seen_by("ada", changes) == feed(scene, scene.private)


def test_catch_up_after_a_disconnect_is_exact(scene: Scene) -> None:
    """What was missed between two connections comes by number, nothing twice, nothing lost."""
    scene.roll("ada", scene.private, 2)
    before = scene.seen_by("ada", scene.replica.receive())
    scene.replica.stop()

    scene.roll("bo", scene.private, 25)  # nobody listens
    again = Replica(scene.connect(), scene.replica.slot + "_again")
    again.subscribe()
    scene.roll("bo", scene.private, 3)
    after = scene.seen_by("ada", again.receive())
    again.stop()

    known = before[-1][1]
    missed: list[tuple[str, int]] = []
    with scene.person("ada") as caller:
        while page := caller.execute(
            "select session_id, seq from sparc.list_session_events(%s, %s, 10)",
            [scene.private, known],
        ).fetchall():
            missed += [(str(session), seq) for session, seq in page]
            known = page[-1][1]
    assert before + missed == feed(scene, scene.private)
    assert after == missed[-3:], "what came live while catching up is recognised by its number"


def test_wal2json_shows_the_partition_that_subscribers_may_read(scene: Scene) -> None:
    """Supabase Realtime reads through wal2json, which names partitions: each is readable as the feed is."""
    reader = Replica(scene.connect(), scene.replica.slot + "_json", "wal2json")
    try:
        reader.subscribe()
    except (psycopg.errors.UndefinedFile, psycopg.errors.InsufficientPrivilege) as error:
        # newer servers look at output_plugin_libraries first
        pytest.skip(f"the server offers no wal2json: {error.diag.message_primary}")
    scene.roll("ada", scene.private)
    rows = reader.connection.execute(
        "select data::jsonb from pg_logical_slot_get_changes(%s, null, null, 'format-version', '2',"
        " 'actions', 'insert', 'include-pk', 'true', 'filter-tables', 'sqitch.*')",
        [reader.slot],
    ).fetchall()
    reader.stop()
    events = [
        row for (row,) in rows if row["action"] == "I" and row["table"].startswith("session_events")
    ]
    assert len(events) == 1
    assert events[0]["schema"] == "sparc"
    keys = {column["name"] for column in events[0]["pk"]}
    assert keys == {"session_id", "seq", "created_at"}
    values = {column["name"]: column["value"] for column in events[0]["columns"]}
    query = f"select 1 from sparc.{events[0]['table']} where session_id = %s and seq = %s"
    for name, visible in (("ada", True), ("seer", True), ("eve", False)):
        with scene.person(name) as subscriber:
            found = subscriber.execute(
                query.encode(), [values["session_id"], values["seq"]]
            ).fetchone()
            assert bool(found) is visible, name


def test_notify_carries_session_and_number_only(scene: Scene) -> None:
    """With the setting on, each commit of an event notifies; the payload holds no content."""
    listener = scene.connect()
    listener.execute("listen sparc_session_events")
    scene.roll("ada", scene.private)
    assert list(listener.notifies(timeout=0.2)) == [], "off by default"
    scene.owner.execute("update core.settings set value = 'true' where name = 'sparc.notify'")
    scene.roll("ada", scene.private, 2)
    heard = [json.loads(notice.payload) for notice in listener.notifies(timeout=60, stop_after=2)]
    assert heard == [
        {"session_id": session, "seq": seq} for session, seq in feed(scene, scene.private)[-2:]
    ]


def test_retention_drops_without_a_look_at_what_remains(scene: Scene) -> None:
    """A day that is over goes whole: no scan of what remains, however much that is, and no wait for players."""
    owner = scene.owner
    owner.execute(
        """
        create table sparc.session_events_p20200101 partition of sparc.session_events
        for values from ('2020-01-01') to ('2020-01-02')
        """
    )
    owner.execute("alter table sparc.session_events_p20200101 owner to gamekeeper")
    owner.execute(
        "insert into sparc.session_events (session_id, event_type, created_at)"
        " select %s, 'old', '2020-01-01 12:00+00' from generate_series(1, 100)",
        [scene.private],
    )
    owner.execute(
        "insert into sparc.session_events (session_id, seq, event_type)"
        " select %s, 1000 + i, 'fresh' from generate_series(1, 20000) as i",
        [scene.private],
    )
    upkeep = scene.connect(autocommit=False)  # has read nothing yet
    work = """
        select coalesce(sum(pg_stat_get_xact_numscans(relid) + pg_stat_get_xact_tuples_returned(relid)
          + pg_stat_get_xact_tuples_fetched(relid)), 0)
        from (
          select i.inhrelid as relid from pg_inherits i where i.inhparent = 'sparc.session_events'::regclass
          union all
          select x.indexrelid from pg_inherits i join pg_index x on x.indrelid = i.inhrelid
          where i.inhparent = 'sparc.session_events'::regclass
        ) as parts
    """
    assert upkeep.execute(work).fetchone() == (0,)
    dropped = upkeep.execute(
        "select core.retire_partitions('sparc.session_events', now())"
    ).fetchall()
    assert dropped == [("sparc.session_events_p20200101",)]
    assert upkeep.execute(work).fetchone() == (0,)
    locked = upkeep.execute(
        "select relation::regclass::text from pg_locks where pid = pg_backend_pid()"
        " and mode = 'AccessExclusiveLock' and relation::regclass::text = 'sparc.sessions'"
    ).fetchall()
    upkeep.commit()
    assert locked == [], "sessions are not locked against players meanwhile"
    assert owner.execute(
        "select count(*) from sparc.session_events where event_type in ('old', 'fresh')"
    ).fetchone() == (20000,)
