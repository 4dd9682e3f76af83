"""The feed of card games as realtime servers read it: from the write-ahead log, filtered as Supabase filters."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]
COLUMNS = ["game_id", "next_index", "turn_player_id"]


class Subscription:
    """A logical replication client that asks for changes by SQL and decodes pgoutput's inserts and updates."""

    def __init__(self, connection: psycopg.Connection, slot: str) -> None:
        self.connection = connection
        self.slot = slot
        self.connection.execute(
            "select pg_create_logical_replication_slot(%s, 'pgoutput', true)", [slot]
        )

    def receive(self) -> list[dict[str, str | None]]:
        """Return every row that was published since the last call."""
        rows = self.connection.execute(
            "select data from pg_logical_slot_get_binary_changes(%s, null, null,"
            " 'proto_version', '1', 'publication_names', 'gamekeeper_games')",
            [self.slot],
        ).fetchall()
        found = []
        for (data,) in rows:
            kind, rest = bytes(data[:1]), bytes(data[1:])
            assert kind in {b"B", b"C", b"R", b"I", b"U", b"Y", b"O"}, kind
            if kind == b"R":
                names = self.columns(rest)
                assert names == COLUMNS, "member_ids is not published"
            elif kind in (b"I", b"U"):
                assert rest[4:5] == b"N", "no old row travels"
                found.append(dict(zip(COLUMNS, self.values(rest[5:]), strict=True)))
        return found

    def columns(self, data: bytes) -> list[str]:
        """Return the names of a relation's published columns."""
        schema, table, rest = data[4:].split(b"\0", 2)
        assert (schema, table) == (b"cards", b"game_feed")
        (count,) = struct.unpack("!h", rest[1:3])
        rest = rest[3:]
        names = []
        for _ in range(count):
            name, rest = rest[1:].split(b"\0", 1)
            names.append(name.decode())
            rest = rest[8:]
        return names

    def values(self, data: bytes) -> Iterator[str | None]:
        """Yield the texts of a tuple."""
        rest = data[2:]
        for _ in COLUMNS:
            kind, rest = rest[:1], rest[1:]
            if kind == b"n":
                yield None
                continue
            (length,) = struct.unpack("!i", rest[:4])
            yield rest[4 : 4 + length].decode()
            rest = rest[4 + length :]

    def stop(self) -> None:
        """Give the slot back."""
        self.connection.execute("select pg_drop_replication_slot(%s)", [self.slot])


@pytest.fixture
def subscription(connect: Connect, fresh_database: str, worker_id: str) -> Iterator[Subscription]:
    """A subscription to a database of its own, before anything happens there."""
    connection = connect(conninfo=fresh_database)
    if connection.execute("show wal_level").fetchone() != ("logical",):
        pytest.skip("the server's wal_level is not logical")
    found = Subscription(connection, f"gamekeeper_cards_{worker_id}")
    yield found
    found.stop()


@pytest.fixture
def owner(connect: Connect, fresh_database: str) -> psycopg.Connection:
    """The owner of that database, whose commits are decoded at once."""
    connection = connect(conninfo=fresh_database)
    connection.execute("set synchronous_commit = on")
    return connection


def game_of(owner: psycopg.Connection, *names: str) -> Any:
    """Begin a game of some people."""
    row = owner.execute("select test.cards_game(%s)", [list(names)]).fetchone()
    assert row
    return row[0]


def seen_by(
    connect: Connect,
    conninfo: str,
    owner: psycopg.Connection,
    name: str,
    rows: list[dict[str, str | None]],
) -> list[dict[str, str | None]]:
    """Return what a subscriber gets: Supabase asks for each row, as the subscriber, whether it is visible."""
    who = owner.execute("select test.user(%s)", [name]).fetchone()
    assert who
    subscriber = connect(conninfo=conninfo, user=who[0])
    return [
        row
        for row in rows
        if subscriber.execute(
            "select 1 from cards.game_feed where game_id = %s", [row["game_id"]]
        ).fetchone()
    ]


def test_every_command_tells_its_index_and_whose_turn_it_is(
    subscription: Subscription, owner: psycopg.Connection
) -> None:
    game = game_of(owner, "ada", "bo")
    subscription.receive()
    for _ in range(6):
        owner.execute("select test.cards_move(%s)", [game])
        row = owner.execute(
            "select s.game_id::text, (s.state).next_index::text, (s.state).player_ids[(s.state).turn + 1]"
            " from cards.game_states as s where s.game_id = %s",
            [game],
        ).fetchone()
        told = subscription.receive()
        assert tuple(told[-1].values()) == row
        numbers = [int(one["next_index"] or 0) for one in told]
        assert numbers == sorted(numbers)


def test_members_receive_their_games_and_nobody_else_does(
    connect: Connect, subscription: Subscription, owner: psycopg.Connection, fresh_database: str
) -> None:
    first, second = game_of(owner, "ada", "bo"), game_of(owner, "cy", "di")
    rows = subscription.receive()
    assert {row["game_id"] for row in rows} == {str(first), str(second)}
    for name, game in (("ada", first), ("bo", first), ("cy", second), ("di", second)):
        got = seen_by(connect, fresh_database, owner, name, rows)
        assert {row["game_id"] for row in got} == {str(game)}
    assert seen_by(connect, fresh_database, owner, "eve", rows) == []


def test_who_was_kicked_receives_no_more(
    connect: Connect, subscription: Subscription, owner: psycopg.Connection, fresh_database: str
) -> None:
    row = owner.execute("select test.cards_lobby(array['ada', 'bo'])").fetchone()
    assert row
    game = row[0]
    told = subscription.receive()
    assert seen_by(connect, fresh_database, owner, "bo", told) == told
    ada = owner.execute("select test.user('ada')").fetchone()
    assert ada
    host = connect(conninfo=fresh_database, user=ada[0])
    host.execute("set synchronous_commit = on")
    bo = owner.execute("select test.cards_player('bo')").fetchone()
    assert bo
    host.execute("select cards.kick_player(%s, %s)", [game, bo[0]])
    told = subscription.receive()
    assert told
    assert seen_by(connect, fresh_database, owner, "bo", told) == []
    assert seen_by(connect, fresh_database, owner, "ada", told) == told


def test_a_game_that_ends_tells_its_last_index_and_no_row_goes(
    connect: Connect, subscription: Subscription, owner: psycopg.Connection
) -> None:
    game = game_of(owner, "ada", "bo")
    while owner.execute("select 1 from cards.game_states where game_id = %s", [game]).fetchone():
        owner.execute("select test.cards_move(%s)", [game])
    told = subscription.receive()
    last = owner.execute(
        "select max(event_index) + 1 from cards.game_events where game_id = %s", [game]
    ).fetchone()
    assert last
    assert told[-1] == {"game_id": str(game), "next_index": str(last[0]), "turn_player_id": None}
    with pytest.raises(psycopg.Error, match="APPEND_ONLY"):
        owner.execute("delete from cards.game_feed where game_id = %s", [game])


def test_nothing_secret_travels(subscription: Subscription, owner: psycopg.Connection) -> None:
    game = game_of(owner, "ada", "bo")
    text = json.dumps(subscription.receive())
    state = owner.execute(
        "select (s.state).session_seed from cards.game_states as s where s.game_id = %s", [game]
    ).fetchone()
    assert state
    assert state[0] not in text
    for name in ("ada", "bo"):
        user = owner.execute("select test.user(%s)", [name]).fetchone()
        assert user
        assert str(user[0]) not in text


def test_a_client_reads_the_feed_by_its_columns_alone(
    connect: Connect, owner: psycopg.Connection, fresh_database: str
) -> None:
    game_of(owner, "ada", "bo")
    user = owner.execute("select test.user('ada')").fetchone()
    assert user
    ada = connect(conninfo=fresh_database, user=user[0])
    assert ada.execute("select count(game_id) from cards.game_feed").fetchone() == (1,)
    for statement in (
        "select member_ids from cards.game_feed",
        "update cards.game_feed set next_index = 0",
        "insert into cards.game_feed (game_id, next_index) values (gen_random_uuid(), 0)",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            ada.execute(statement)


def test_a_game_of_bots_alone_is_not_published(
    subscription: Subscription, owner: psycopg.Connection
) -> None:
    owner.execute("select cards.simulate_game(2)")
    assert subscription.receive() == []
