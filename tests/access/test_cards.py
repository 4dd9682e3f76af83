"""No role learns a hidden card of a running game by any path."""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from typing import Any

import psycopg
import pytest

Connect = Callable[..., psycopg.Connection]


class Evening:
    """A running game with a hostile participant, a spectator, a stranger and anon."""

    def __init__(self, conninfo: str, connect: Connect) -> None:
        self.owner = connect(conninfo=conninfo)
        self.connect = connect
        self.conninfo = conninfo
        users = {name: uuid.uuid4() for name in ("host", "participant", "spectator", "stranger")}
        self.roles = {name: connect(user=user, conninfo=conninfo) for name, user in users.items()}
        self.roles["anon"] = connect(role="anon", conninfo=conninfo)
        host = self.roles["host"]
        self.game, code = self.one(host, "select * from cards.create_game('{}', true)")[:2]
        self.one(self.roles["participant"], "select cards.join_game(%s)", [code])
        self.one(self.roles["spectator"], "select cards.spectate(%s)", [self.game])
        self.one(self.roles["stranger"], "select cards.upsert_player('Eve', 'x', 'red')")
        self.one(host, "select cards.add_bot(%s)", [self.game])
        self.one(host, "select cards.start_game(%s)", [self.game])
        self.one(host, "select cards.continue_game(%s)", [self.game])
        seed, deck, players, hands, trump = self.one(
            self.owner,
            """
            select (s.state).session_seed,
              array(select cards.card_id(get_byte(
                cards.shuffle(cards.sha256_hex((s.state).session_seed || ':0'), 1), n))
                from generate_series(0, 51) as n),
              (s.state).player_ids, (cards.state_document(s.state)) -> 'hands', (s.state).trump_card
            from cards.game_states as s where s.game_id = %s
            """,
            [self.game],
        )
        self.seeds = {seed} | {
            self.one(self.owner, "select cards.sha256_hex(%s)", [f"{seed}:{n}"])[0]
            for n in range(10)
        }
        self.hands: dict[str, list[str]] = hands
        self.own = {
            name: self.hands.get(str(self.player(user)), []) for name, user in users.items()
        }
        self.own["anon"] = []
        self.public = {deck[3 * 10]}  # the turned card
        self.deck = set(deck)
        assert trump is not None and len(players) == 3

    def player(self, user: uuid.UUID) -> object:
        return self.one(self.owner, "select id from cards.players where user_id = %s", [str(user)])[
            0
        ]

    @staticmethod
    def one(conn: psycopg.Connection, query: str, values: list[object] | None = None) -> tuple:
        row = conn.execute(query, values).fetchone()
        assert row is not None
        return row

    def leaks(self, role: str, text: str) -> list[str]:
        """Return what a text tells that the role must not know."""
        hidden = self.deck - set(self.own[role]) - self.public
        return [s for s in self.seeds if s in text] + [
            c for c in hidden if f"{c}'" in text or f'{c}"' in text
        ]

    def ask(self, role: str, query: str, values: list[object] | None = None) -> str:
        """Return all that a statement tells a role: rows, messages, details."""
        return self.ask_in(self.roles[role], query, values)

    @staticmethod
    def ask_in(conn: psycopg.Connection, query: str, values: Any = None) -> str:
        """Return all that a statement tells a connection, whatever becomes of it."""
        try:
            with conn.transaction():
                return repr(conn.execute(query, values).fetchall())
        except psycopg.Error as error:
            diag = error.diag
            return repr(
                [diag.message_primary, diag.message_detail, diag.message_hint, diag.context]
            )


@pytest.fixture
def evening(fresh_database: str, connect: Connect) -> Evening:
    """A running game in a database of the test's own."""
    return Evening(fresh_database, connect)


ROLES = ("participant", "spectator", "stranger", "anon")


def test_the_detector_sees_a_leak(evening: Evening) -> None:
    """What the other tests rely on: a seed and another's card are recognized."""
    assert evening.leaks("participant", next(iter(evening.seeds)))
    assert evening.leaks("participant", json.dumps(evening.own["host"]))
    assert not evening.leaks("participant", json.dumps(evening.own["participant"]))


@pytest.mark.parametrize("role", ROLES)
def test_no_table_or_view_tells(evening: Evening, role: str) -> None:
    """Every relation and every column of cards that the role may read, and those it may not."""
    relations = evening.owner.execute(
        "select c.oid::regclass::text, array_agg(quote_ident(a.attname) order by a.attnum) "
        "from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 "
        "where c.relnamespace = 'cards'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') "
        "and not a.attisdropped group by c.oid"
    ).fetchall()
    assert len(relations) >= 9
    for relation, columns in relations:
        for what in ["*", *columns]:
            told = evening.ask(role, f"select {what} from {relation}")
            assert not evening.leaks(role, told), (relation, what)


def arguments(evening: Evening, types: list[str]) -> list[list[Any]]:
    """Return some hostile arguments for a function of these types."""
    games = [evening.game, None]
    texts = ["d0:clubs:2", "ABCDEF", "sha256"]
    values: dict[str, list[Any]] = {
        "uuid": games,
        "text": texts,
        "integer": [0, 10],
        "boolean": [True],
        "jsonb": ["{}", "[]"],
        "bytea": [b"\x00"],
        "bigint": [1],
    }
    return [
        [values.get(t, [None])[n % len(values.get(t, [None]))] for t in types] for n in range(2)
    ]


@pytest.mark.parametrize("role", ROLES)
def test_no_function_tells(evening: Evening, role: str) -> None:
    """Every function of cards that can read anything, with the game's id, granted or not.

    Immutable ones know their arguments only. What changes the game (joining, leaving, moving) is undone after each call.
    """
    functions = evening.owner.execute(
        "select p.oid::regproc::text, array(select format_type(t, null) "
        "from unnest(p.proargtypes) with ordinality as a (t, n) order by n) "
        "from pg_proc p where p.pronamespace = 'cards'::regnamespace and p.prokind = 'f' "
        "and p.prorettype <> 'trigger'::regtype and p.provolatile <> 'i'"
    ).fetchall()
    assert len(functions) > 40
    conn = evening.roles[role]
    conn.execute("set statement_timeout = '5s'")
    for name, types in functions:
        for values in arguments(evening, types):
            holes = ", ".join(f"%s::{kind}" for kind in types)
            with conn.transaction(force_rollback=True):
                told = evening.ask_in(conn, f"select {name}({holes})", values)
            assert not evening.leaks(role, told), (name, values)


def test_views_and_logs_tell_the_own_hand_only(evening: Evening) -> None:
    """player_view and list_events: own hand, nothing else, for everybody in the game."""
    for role in ("host", "participant"):
        told = evening.ask(role, "select cards.player_view(%s)", [evening.game])
        assert evening.own[role][0] in told
        assert not evening.leaks(role, told)
        told = evening.ask(role, "select cards.list_events(%s)", [evening.game])
        assert evening.own[role][0] in told
        assert not evening.leaks(role, told)
    told = evening.ask("spectator", "select cards.player_view(%s)", [evening.game])
    assert '"hand": []' in told or "'hand': []" in told
    assert not evening.leaks("spectator", told)


def test_a_claim_to_be_the_service_gains_nothing(evening: Evening) -> None:
    """A user who writes service_role into the claims still acts as the database role."""
    conn = evening.roles["participant"]
    conn.execute(
        "select set_config('request.jwt.claims', %s, false)", [json.dumps({"role": "service_role"})]
    )
    for call in ("cards.replay(%s)", "cards.list_events(%s)", "cards.verify_game(%s)"):
        assert not evening.leaks(
            "participant", evening.ask("participant", f"select {call}", [evening.game])
        )


def test_no_publication_and_no_notification_carries_a_card(evening: Evening) -> None:
    """cards publishes its feed, which tells whose turn it is and no more, and notifies nobody."""
    published = evening.owner.execute(
        "select tablename, attnames from pg_publication_tables where schemaname = 'cards'"
    ).fetchall()
    assert published == [("game_feed", ["game_id", "next_index", "turn_player_id"])]
    assert (
        evening.owner.execute(
            "select oid::regprocedure from pg_proc where pronamespace = 'cards'::regnamespace "
            "and prosrc ~* 'pg_notify|\\mnotify\\M'"
        ).fetchall()
        == []
    )


def test_errors_of_moves_do_not_tell(evening: Evening) -> None:
    """The aces of both decks tried by the participant: no answer names another's card."""
    conn = evening.roles["participant"]
    for deck in (0, 1):
        for suit in ("clubs", "diamonds", "hearts", "spades"):
            card = f"d{deck}:{suit}:A"
            told = evening.ask_in(conn, "select cards.play_card(%s, %s)", [evening.game, card])
            assert not evening.leaks("participant", told)


# Types that functions name without a schema, because they are no keywords of the grammar.
SHADOWS = ("text", "jsonb", "uuid", "bytea", "timestamptz")


@pytest.mark.parametrize("role", ["participant", "stranger"])
def test_a_callers_temporary_types_do_not_stand_in_for_ours(evening: Evening, role: str) -> None:
    """A domain pg_temp.text whose check is the caller's own function never runs with our rights."""
    conn = evening.roles[role]
    conn.execute(
        "create function pg_temp.spy() returns boolean language plpgsql as $$ begin"
        " if current_user <> session_user and current_user <> current_setting('role') then"
        " raise exception 'running as %', current_user; end if; return true; end $$"
    )
    for name in SHADOWS:
        conn.execute(f"create domain pg_temp.{name} as pg_catalog.{name} check (pg_temp.spy())")
    for call in (
        "cards.state_document(null)",
        "cards.upsert_player('Mallory', 'x', 'red')",
        "cards.legal_moves(%(game)s)",
        "cards.place_bid(null, 1)",
        "cards.play_card(null, 'd0:clubs:2')",
        "cards.place_bid(%(game)s, 1)",
        "cards.play_card(%(game)s, 'd0:clubs:2')",
        "cards.leave_game(null)",
        "cards.create_game('[]')",
        "cards.join_game('')",
        "cards.spectate(null)",
        "cards.player_view(%(game)s)",
        "cards.list_events(%(game)s)",
        "cards.list_rooms()",
        "cards.room_history()",
        "cards.leaderboard()",
        "cards.game_summary(%(game)s)",
    ):
        with conn.transaction(force_rollback=True):
            told = evening.ask_in(conn, f"select {call}", {"game": evening.game})
        assert "running as" not in told, call


def as_printed(text: str) -> str:
    """Return a text as a node tree prints its bytes, without blanks."""
    return "".join(str(byte - 256 if byte > 127 else byte) for byte in text.encode())


CALLS = (
    "cards.my_profile()",
    "cards.set_ready({game}, true)",
    "cards.upsert_player('Mallory', 'x', 'red')",
    "cards.player_view({game})",
    "cards.list_events({game}, -1, 1000)",
    "cards.legal_moves({game})",
    "cards.play_card({game}, (select m from cards.legal_moves({game}) as m limit 1))",
    "cards.play_card({game}, 'd0:clubs:2')",
    "cards.place_bid({game}, 1)",
    "cards.place_bid({game}, 99)",
    "cards.forfeit_turn({game})",
    "cards.start_game({game})",
    "cards.continue_game({game})",
    "cards.add_bot({game})",
    "cards.kick_player({game}, {game})",
    "cards.replay({game})",
    "cards.verify_game({game})",
    "cards.game_summary({game})",
    "cards.spectate({game})",
    "cards.leave_game({game})",
    "cards.join_game({code})",
    "cards.matchmake(true)",
    "cards.create_game()",
    "cards.list_rooms()",
    "cards.my_games()",
    "cards.room_history()",
    "cards.leaderboard()",
    "cards.list_player_games({game})",
    "cards.player_stats({game})",
    "cards.state_document(null)",
)


@pytest.mark.parametrize("role", ["host", *ROLES])
@pytest.mark.parametrize("phase", ["bidding", "playing"])
def test_nothing_that_a_caller_can_have_printed_tells(
    evening: Evening, role: str, phase: str
) -> None:
    """With all debug output on, every call, cut off at a lock or not, prints the caller's own plan only."""
    if phase == "playing":
        for name in ("participant", "host"):
            evening.one(evening.roles[name], "select cards.place_bid(%s, 1)", [evening.game])
    (code,) = evening.one(
        evening.owner,
        "select join_code from cards.room_directory where game_id = %s",
        [evening.game],
    )
    conn = evening.roles[role]
    heard: list[str] = []
    conn.add_notice_handler(
        lambda said: heard.append(
            " ".join(filter(None, (said.message_primary, said.message_detail, said.context)))
        )
    )
    for name in ("debug_print_plan", "debug_print_parse", "debug_print_rewritten"):
        conn.execute(f"set {name} = on")
    conn.execute("set plpgsql.print_strict_params = on")
    conn.execute("set client_min_messages = debug5")
    secrets = [*evening.seeds, *map(as_printed, evening.seeds)]

    def call(text: str) -> str:
        """Call and look at all that came of it."""
        heard.clear()
        told = evening.ask_in(
            conn, "select " + text.format(game=f"'{evening.game}'::uuid", code=f"'{code}'")
        )
        printed = "".join("".join(heard).split())
        assert printed.count("{PLANNEDSTMT") <= 1, text
        assert not evening.leaks(role, told), text
        assert not [s for s in secrets if s in told or s in printed], text
        return told

    for text in CALLS:
        with conn.transaction(force_rollback=True):
            call(text)
    blocker = evening.connect(conninfo=evening.conninfo)
    with blocker.transaction(force_rollback=True):
        blocker.execute("select from cards.game_states for update")
        blocker.execute("select from cards.games for update")
        conn.execute("set lock_timeout = 20")
        cut = [call(text) for text in CALLS]
        assert role == "anon" or [told for told in cut if "lock timeout" in told]


def test_calls_of_clients_print_nothing_but_warnings(evening: Evening) -> None:
    """The rule behind the test above, for every definer function that a client may call, and it does print without."""
    found = evening.owner.execute(
        "select p.oid::regprocedure::text, 'client_min_messages=warning' = any (p.proconfig) from pg_proc as p "
        "where p.pronamespace = 'cards'::regnamespace and p.prosecdef and ("
        "has_function_privilege('authenticated', p.oid, 'execute') or has_function_privilege('anon', p.oid, 'execute'))"
    ).fetchall()
    assert {name.split("(")[0] for name, _ in found} == {call.split("(")[0] for call in CALLS}
    assert len(found) > 24
    assert [name for name, quiet in found if not quiet] == []
    conn = evening.roles["participant"]
    heard: list[str] = []
    conn.add_notice_handler(lambda said: heard.append(said.message_detail or ""))
    evening.owner.execute(
        "alter function cards.place_bid(uuid, integer, integer) reset client_min_messages"
    )
    conn.execute("set debug_print_plan = on")
    conn.execute("set client_min_messages = log")
    conn.execute("select cards.place_bid(%s, 1)", [evening.game])
    printed = "".join("".join(heard).split())
    assert [s for s in evening.seeds if as_printed(s) in printed]


@pytest.mark.parametrize("role", ROLES)
def test_the_catalogs_do_not_tell(evening: Evening, role: str) -> None:
    """Statistics, activity, locks, cursors: nothing in pg_catalog or information_schema holds a card or a seed."""
    evening.owner.execute(
        "analyze cards.games, cards.game_events, cards.game_states, cards.game_snapshots"
    )
    relations = evening.owner.execute(
        "select c.oid::regclass::text from pg_class as c where c.relkind in ('r', 'v') and c.relnamespace in "
        "('pg_catalog'::regnamespace, 'information_schema'::regnamespace)"
    ).fetchall()
    assert len(relations) > 100
    for (relation,) in relations:
        told = evening.ask(role, f"select c::text from {relation} as c")
        assert not evening.leaks(role, told), relation
    (samples,) = evening.one(
        evening.owner, "select count(*) from pg_stats where schemaname = 'cards'"
    )
    assert samples
