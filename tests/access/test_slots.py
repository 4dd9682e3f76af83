"""No client learns a live server seed by any path, the debug output of the server included."""

from __future__ import annotations

import functools
import json
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection[Any]]
CLIENTS = ("anon", "authenticated", "service_role")


@pytest.fixture
def connect(connect: Connect, fresh_database: str) -> Connect:
    """Connect to a clone of each test's own."""
    return functools.partial(connect, conninfo=fresh_database)


@pytest.fixture
def wallet(owner: psycopg.Connection[Any]) -> tuple[uuid.UUID, uuid.UUID, uuid.UUID]:
    """Return a player, their funded wallet and a game."""
    player = uuid.uuid4()
    row = owner.execute(
        "select w.wallet_id, g.game_id from slots.create_wallet('AUD', 1000, '{}', %s) as w, slots.create_game("
        """ 'G', '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}') as g""",
        (player,),
    ).fetchone()
    assert row is not None
    owner.execute("select slots.wallet_operation(%s, 'credit', 100)", (row[0],))
    return player, row[0], row[1]


def as_printed(secret: bytes) -> list[str]:
    """Return the ways in which the server prints bytes: hexadecimal, and a node tree's signed decimals.

    Without blanks, for the server breaks the lines of a tree anywhere.
    """
    signed = [str(byte - 256 if byte > 127 else byte) for byte in secret]
    return [secret.hex(), "".join(signed)]


def test_nothing_that_a_player_can_print_shows_a_seed(
    owner: psycopg.Connection[Any], connect: Connect, wallet: tuple[uuid.UUID, uuid.UUID, uuid.UUID]
) -> None:
    """With every debug output on, no message of any call holds a live or coming seed, or half of its HMAC."""
    player, wallet_id, game = wallet
    heard: list[str] = []
    with connect(role="authenticated", user=player) as conn:
        conn.add_notice_handler(
            lambda said: heard.append(
                " ".join(filter(None, (said.message_primary, said.message_detail, said.context)))
            )
        )
        for setting in ("debug_print_plan", "debug_print_parse", "debug_print_rewritten"):
            conn.execute(f"set {setting} = on".encode())
        conn.execute("set client_min_messages = 'debug5'")
        row = conn.execute(
            "select session_id from slots.create_session(%s, '{}', %s, 'x')", (game, wallet_id)
        ).fetchone()
        assert row is not None
        session = row[0]

        def nothing_was_told() -> None:
            told = "".join("".join(heard).split())
            assert "PLANNEDSTMT" in told
            row = owner.execute(
                "select server_seed, next_server_seed, inner_block, outer_block from slots.server_seeds"
            ).fetchone()
            assert row is not None
            leaks = [printed in told for secret in row for printed in as_printed(secret)]
            assert not any(leaks)

        conn.execute(
            """select slots.act(%s, '{"type": "PlaceBet", "amount": 1}', 'k')""", (session,)
        )
        for refused in (
            '{"type": "Spin", "amount": 1000}',
            '{"type": "Spin", "next": {"amount": 1000}}',
        ):
            with pytest.raises(psycopg.Error):
                conn.execute("select slots.act(%s, %s)", (session, refused))
        conn.execute("""select slots.act(%s, '{"type": "Spin"}')""", (session,))
        nothing_was_told()
        for _ in range(3):
            conn.execute("select slots.rotate_seed(%s)", (session,))
            nothing_was_told()


def test_no_client_role_reaches_a_seed(owner: psycopg.Connection[Any]) -> None:
    """No client role has a privilege on the table or a column of it, is its owner, or may become its owner."""
    assert (
        owner.execute(
            "select r, p from unnest(%s::text[]) as r, unnest(array['select', 'insert', 'update', 'references']) as p"
            " where has_table_privilege(r, 'slots.server_seeds', p) or has_any_column_privilege(r, 'slots.server_seeds', p)",
            (list(CLIENTS),),
        ).fetchall()
        == []
    )
    assert (
        owner.execute(
            "select r from unnest(%s::text[]) as r where pg_has_role(r, 'gamekeeper', 'member')",
            (list(CLIENTS),),
        ).fetchall()
        == []
    )


def test_no_statistics_of_the_secret_columns_exist(
    owner: psycopg.Connection[Any], wallet: tuple[uuid.UUID, uuid.UUID, uuid.UUID]
) -> None:
    """Not even an analyzed table keeps samples of seeds in the catalog."""
    _, wallet_id, game = wallet
    for _ in range(5):
        owner.execute("select slots.create_session(%s, '{}', %s, 'x')", (game, wallet_id))
    owner.execute("analyze slots.server_seeds")
    columns = owner.execute(
        "select attname from pg_stats where schemaname = 'slots' and tablename = 'server_seeds'"
    ).fetchall()
    assert {name for (name,) in columns} == {"session_id", "seeded_at"}


def test_no_document_holds_a_seed(
    owner: psycopg.Connection[Any], connect: Connect, wallet: tuple[uuid.UUID, uuid.UUID, uuid.UUID]
) -> None:
    """Neither rows that clients can read nor what the functions return hold a live seed."""
    player, wallet_id, game = wallet
    with connect(role="authenticated", user=player) as conn:
        session = conn.execute(
            "select slots.create_session(%s, '{}', %s, 'x')", (game, wallet_id)
        ).fetchone()
        assert session is not None
        (identity,) = owner.execute("select session_id from slots.sessions").fetchone() or (None,)
        told = [json.dumps(session, default=str)]
        told += [str(conn.execute("select slots.session_status(%s)", (identity,)).fetchone())]
        told += [
            str(
                conn.execute(
                    """select slots.act(%s, '{"type": "PlaceBet", "amount": 1}')""", (identity,)
                ).fetchone()
            )
        ]
        told += [
            str(
                conn.execute("""select slots.act(%s, '{"type": "Spin"}')""", (identity,)).fetchone()
            )
        ]
        told += [str(conn.execute("select slots.rotate_seed(%s)", (identity,)).fetchone())]
        for table in (
            "sessions",
            "gameplay_events",
            "rl_store",
            "revealed_seeds",
            "wallet_entries",
        ):
            told += [
                str(r)
                for r in conn.execute(
                    f"select to_jsonb(t) from slots.{table} as t".encode()
                ).fetchall()
            ]
    secrets = owner.execute(
        "select server_seed, next_server_seed from slots.server_seeds"
    ).fetchone()
    assert secrets is not None
    for secret in secrets:
        assert secret.hex() not in "\n".join(told)
