"""The rules of sparc under many callers at once: they hold, and nobody deadlocks."""

from __future__ import annotations

import functools
import uuid
from collections import Counter
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from tests.connections import at_once, row, wait_until_blocked

Connect = Callable[..., psycopg.Connection]
Call = tuple[uuid.UUID, str, Sequence[object]]


@pytest.fixture
def table(connect: Connect, fresh_database: str) -> Table:
    """A database of its own with an owner's hand in it."""
    return Table(connect, fresh_database)


class Table:
    """Where the test sets up a scene and lets callers loose on it."""

    def __init__(self, connect: Connect, conninfo: str) -> None:
        self.connect = lambda **who: connect(conninfo=conninfo, **who)
        self.owner = self.connect()
        # clients roll in one call here; two transactions are in tests/sparc/test_chance.py
        self.owner.execute(
            "update core.settings set value = 'false' where name = 'core.clients_can_abort'"
        )

    def one(self, query: str, *parameters: object) -> object:
        """Return the first column of the first row, as the owner."""
        row = self.owner.execute(query.encode(), parameters).fetchone()
        assert row
        return row[0]

    def sign_up(self, name: str) -> uuid.UUID:
        """Sign somebody up."""
        user = self.one("select test.sparc_sign_up(%s)", name)
        assert isinstance(user, uuid.UUID)
        return user

    def character(self, name: str) -> tuple[uuid.UUID, object]:
        """Sign somebody up who has a character."""
        character = self.one("select test.sparc_character(%s, %s)", name, f"Hero of {name}")
        return self.sign_up(name), character

    def session(
        self, players: Sequence[str] = (), *, started: bool = False, max_players: int = 6
    ) -> tuple[object, object]:
        """Set up a session of `seer` and return its id and code."""
        row = self.owner.execute(
            "select id, code from test.sparc_session('seer', %s, started => %s, max_players => %s)",
            [list(players), started, max_players],
        ).fetchone()
        assert row
        return row[0], row[1]

    def race(self, calls: Sequence[Call]) -> Counter[str]:
        """Let every caller make their call at the same moment; count the outcomes."""
        connections = [self.connect(user=user) for user, _, _ in calls]
        results = at_once(
            row(connection, query, parameters)
            for connection, (_, query, parameters) in zip(connections, calls, strict=True)
        )
        outcomes = Counter(r if isinstance(r, str) else "ok" for r in results)
        for connection in connections:
            connection.close()
        self.check_feed()
        return outcomes

    def check_feed(self) -> None:
        """Whatever happened, the feed of every session has no gap and its counter is right."""
        assert (
            self.one(
                """
            select count(*)
            from sparc.sessions s
            left join lateral (
              select array_agg(e.seq order by e.seq) as seen from sparc.session_events e where e.session_id = s.id
            ) e on true
            where e.seen is distinct from array(select generate_series(1, s.event_seq))
            """
            )
            == 0
        )


def test_fifty_callers_for_the_last_seat(table: Table) -> None:
    """One of 50 gets it, the others hear that the session is full."""
    _, code = table.session(["ada", "bo"], max_players=3)
    heroes = [table.character(f"caller{number}") for number in range(50)]
    outcomes = table.race(
        [(user, "select sparc.join_session(%s, %s)", [code, hero]) for user, hero in heroes]
    )
    assert outcomes == {"ok": 1, "KG402": 49}
    assert table.one("select count(*) from sparc.session_players where is_active") == 3


def test_fifty_characters_at_once_at_the_limit(table: Table) -> None:
    """With six there is room for four of 50, by function and by direct insert."""
    user = table.sign_up("ada")
    for number in range(6):
        table.one("select test.sparc_character('ada', %s)", f"Old {number}")
    by_function = "select sparc.create_character(%s, 'rogue')"
    directly = (
        "insert into sparc.characters (user_id, name, class) values (auth.uid(), %s, 'rogue')"
    )
    outcomes = table.race(
        [(user, by_function if n % 2 else directly, [f"New {n}"]) for n in range(50)]
    )
    assert outcomes == {"ok": 4, "KG401": 46}
    assert table.one("select count(*) from sparc.characters") == 10


def test_starts_at_once_start_once(table: Table) -> None:
    """Of many starts at once one starts the session, and every caller gets the answer."""
    session, _ = table.session(["ada"])
    seer = table.sign_up("seer")
    outcomes = table.race([(seer, "select sparc.start_session(%s)", [session])] * 8)
    assert outcomes == {"ok": 8}
    assert (
        table.one("select count(*) from sparc.session_events where event_type = 'session_started'")
        == 1
    )


def test_two_ends_count_once(table: Table) -> None:
    """A session ends once, and statistics count it once."""
    session, _ = table.session(["ada", "bo"], started=True)
    seer = table.sign_up("seer")
    outcomes = table.race([(seer, "select sparc.end_session(%s)", [session])] * 8)
    assert outcomes == {"ok": 8}
    assert table.one("select sum(games_played) from sparc.users") == 2
    assert table.one("select sum(games_run) from sparc.users") == 1


def test_sessions_that_share_players_end_together(table: Table) -> None:
    """Statistics of the same people from several sessions at once: all counted, no deadlock."""
    sessions = [table.session(["ada", "bo", "cy"], started=True)[0] for _ in range(6)]
    seer = table.sign_up("seer")
    outcomes = table.race(
        [(seer, "select sparc.end_session(%s)", [session]) for session in sessions]
    )
    assert outcomes == {"ok": 6}
    # what met a busy row is counted by upkeep
    table.one("select sparc.apply_waiting_tallies()")
    assert table.one("select array_agg(games_played) from sparc.users where games_run = 0") == [
        6,
        6,
        6,
    ]
    assert table.one("select max(games_run) from sparc.users") == 6


def test_codes_that_collide(table: Table) -> None:
    """With 128 codes left in the world, 30 sessions made at once get one each, some of them on a second try."""
    adventure = table.one("select test.sparc_adventure('seer')")
    seer = table.sign_up("seer")
    table.owner.execute("select core.set_setting('sparc.open_sessions_per_person', '1000')")
    table.owner.execute(
        """
        create or replace function core.join_code() returns text language sql volatile
        return 'CQD' || chr(65 + floor(random() * 2)::integer) || (2 + floor(random() * 8))::integer || chr(65 + floor(random() * 8)::integer)
        """
    )
    outcomes = table.race([(seer, "select sparc.create_session(%s)", [adventure])] * 30)
    assert outcomes == {"ok": 30}
    assert table.one("select count(distinct code) from sparc.sessions") == 30


def test_two_heroic_saves(table: Table) -> None:
    """One encounter, one save, whichever failed roll it is for."""
    session, _ = table.session(["ada"], started=True)
    ada = table.sign_up("ada")
    rolls = table.owner.execute(
        """
        insert into sparc.dice_rolls (session_id, character_id, character_name, attribute, dice_count, difficulty,
          roll_type, results, total, modified_total, success, outcome, margin)
        select %s, test.sparc_seat(%s, 'ada'), 'Ada', 'wit', 2, 18, 'attack', '{2,3}', 5, 5, false, 'failure', -13
        from generate_series(1, 10)
        returning id
        """,
        [session, session],
    ).fetchall()
    calls: list[Call] = [(ada, "select sparc.heroic_save(%s)", [roll]) for (roll,) in rolls]
    assert table.race(calls + calls[:2]) == {"ok": 1, "KG409": 11}
    assert table.one("select count(*) from sparc.dice_rolls where roll_type = 'heroic_save'") == 1


def test_throws_at_once_throw_once(table: Table) -> None:
    """A declared roll is thrown once, whoever throws it and however many at once."""
    session, _ = table.session(["ada"], started=True)
    ada, seer = table.sign_up("ada"), table.sign_up("seer")
    roll = (
        table.connect(user=ada)
        .execute(
            b"select id from sparc.declare_roll(%s, %s, 'might', 9)",
            [session, table.one("select test.sparc_seat(%s, 'ada')", session)],
        )
        .fetchone()
    )
    assert roll
    throw = "select sparc.throw_roll(%s)"
    assert table.race([(ada, throw, [roll[0]]), (seer, throw, [roll[0]])] * 5) == {"ok": 10}
    assert table.one("select count(*) from sparc.dice_rolls") == 1
    assert (
        table.one("select count(*) from sparc.session_events where event_type = 'dice_rolled'") == 1
    )


def test_declarations_at_once(table: Table) -> None:
    """Each declaration gets its number, one waits for each roller, and those that were followed are thrown."""
    players = ["ada", "bo", "cy"]
    session, _ = table.session(players, started=True)
    calls: list[Call] = [
        (
            table.sign_up(name),
            "select sparc.declare_roll(%s, %s, 'wit', 9)",
            [session, table.one("select test.sparc_seat(%s, %s)", session, name)],
        )
        for name in players * 5
    ]
    assert table.race(calls) == {"ok": 15}
    assert table.one(
        "select array_agg(roll_number order by roll_number) from sparc.declared_rolls"
    ) == list(range(1, 16))
    assert table.one("select count(*) from sparc.declared_rolls where thrown_at is null") == 3
    assert table.one("select count(*) from sparc.dice_rolls") == 12


def test_upkeep_beside_the_end(table: Table) -> None:
    """Upkeep, players and the end of the session throw what waits once, and none of them fails."""
    players = ["ada", "bo", "cy"]
    session, _ = table.session(players, started=True)
    table.one(
        "update core.settings set value = '1' where name = 'sparc.throw_after_seconds' returning 1"
    )
    calls: list[Call] = []
    for name in players:
        user = table.sign_up(name)
        roll = (
            table.connect(user=user)
            .execute(
                b"select id from sparc.declare_roll(%s, %s, 'wit', 9)",
                [session, table.one("select test.sparc_seat(%s, %s)", session, name)],
            )
            .fetchone()
        )
        assert roll
        calls.append((user, "select sparc.throw_roll(%s)", [roll[0]]))
    table.owner.execute(
        "update sparc.declared_rolls set declared_at = declared_at - interval '1 minute'"
    )
    calls.append((table.sign_up("seer"), "select sparc.end_session(%s)", [session]))
    upkeep = [table.connect(role="service_role") for _ in range(3)]
    others = [table.connect(user=user) for user, _, _ in calls]
    results = at_once(
        [row(c, "select sparc.throw_overdue_rolls()") for c in upkeep]
        + [row(c, query, values) for c, (_, query, values) in zip(others, calls, strict=True)]
    )
    assert [r for r in results if isinstance(r, str)] == []
    assert table.one("select count(*) from sparc.dice_rolls") == 3
    table.check_feed()


def test_leave_against_kick(table: Table) -> None:
    """Whoever comes first, the seat is freed once and told once."""
    for state in (False, True):
        session, _ = table.session(["ada", "bo"], started=state)
        ada, seer = table.sign_up("ada"), table.sign_up("seer")
        outcomes = table.race(
            [
                (ada, "select sparc.leave_session(%s)", [session]),
                (seer, "select sparc.kick_player(%s, %s)", [session, ada]),
            ]
            * 4
        )
        assert outcomes["ok"] >= 4
        assert set(outcomes) <= {"ok", "KG004"}
        freed = "select count(*) from sparc.session_events where session_id = %s and event_type in ('player_left', 'player_kicked')"
        assert table.one(freed, session) == 1
        assert (
            table.one(
                "select count(*) from sparc.session_players where session_id = %s and is_active",
                session,
            )
            == 1
        )


def test_a_roll_that_waited_for_a_kick(table: Table) -> None:
    """Who was kicked while their roll waited for the session has rolled nothing, and sees it no more."""
    session, _ = table.session(["ada", "bo"], started=True)
    ada, seer = table.sign_up("ada"), table.sign_up("seer")
    hero = table.one("select test.sparc_seat(%s, 'ada')", session)
    kicking = table.connect(user=seer, autocommit=False)
    rolling = table.connect(user=ada)
    kicking.execute("select sparc.kick_player(%s, %s)", [session, ada])
    with ThreadPoolExecutor(1) as pool:
        roll = pool.submit(
            rolling.execute, "select sparc.roll_dice(%s, %s, 'might', 9)", [session, hero]
        )
        wait_until_blocked(table.owner, rolling, roll)
        kicking.commit()
        error = roll.exception(timeout=60)
    assert isinstance(error, psycopg.Error)
    assert (error.sqlstate, error.diag.message_detail) == ("KG004", '{"field": "session_id"}')
    assert table.one("select count(*) from sparc.dice_rolls where session_id = %s", session) == 0
    table.check_feed()


def test_one_character_two_tables(table: Table) -> None:
    """A character that joins ten sessions at once sits in one."""
    codes = [table.session()[1] for _ in range(10)]
    user, hero = table.character("ada")
    outcomes = table.race(
        [(user, "select sparc.join_session(%s, %s)", [code, hero]) for code in codes]
    )
    assert outcomes == {"ok": 1, "KG403": 9}


def test_rolls_pauses_and_joins_together(table: Table) -> None:
    """Everybody acts at once: what is refused is refused by a rule, the feed stays whole."""
    players = ["ada", "bo", "cy"]
    session, code = table.session(players, started=True, max_players=6)
    table.owner.execute("update sparc.sessions set allow_late_join = true")
    seer = table.sign_up("seer")
    late = [table.character(f"late{number}") for number in range(5)]
    calls: list[Call] = [
        (
            table.sign_up(name),
            "select sparc.roll_dice(%s, %s, 'wit', 9)",
            [session, table.one("select test.sparc_seat(%s, %s)", session, name)],
        )
        for name in players * 6
    ]
    calls += [(user, "select sparc.join_session(%s, %s)", [code, hero]) for user, hero in late]
    calls += [
        (seer, "select sparc.pause_session(%s)", [session]),
        (seer, "select sparc.resume_session(%s)", [session]),
        (seer, "select sparc.start_encounter(%s, 'e')", [session]),
        (
            seer,
            "update sparc.sessions set game_state = jsonb_build_object('by', %s::text)",
            ["hand"],
        ),
        (table.sign_up("ada"), "update sparc.characters set name = 'Renamed'", []),
    ]
    outcomes = table.race(calls)
    assert set(outcomes) <= {"ok", "KG005", "KG402", "KG416"}
    assert table.one("select count(*) from sparc.session_players where is_active") <= 6  # type: ignore[operator]


def test_ratings_at_once(table: Table) -> None:
    """Every rating is in the average, whatever the order."""
    players = ["ada", "bo", "cy", "dee", "eve"]
    session, _ = table.session(players, started=True)
    adventure = table.one("select adventure_id from sparc.sessions where id = %s", session)
    table.owner.execute("update sparc.sessions set status = 'completed' where id = %s", [session])
    outcomes = table.race(
        [
            (table.sign_up(name), "select sparc.rate_adventure(%s, %s)", [adventure, stars])
            for stars, name in enumerate(players, 1)
        ]
    )
    assert outcomes == {"ok": 5}
    # what met a busy row is counted by upkeep
    table.one("select sparc.apply_waiting_tallies()")
    assert table.one("select average_rating from sparc.adventures where id = %s", adventure) == 3


def test_archivers_at_once_share_the_work(table: Table) -> None:
    """Two runs at once share the work; nothing moves twice, nothing is lost."""
    for _ in range(6):
        table.session(["ada"], started=True)
    table.owner.execute(
        "update sparc.sessions set status = 'completed', ended_at = now() - interval '1 year'"
    )
    table.owner.execute("update core.settings set value = '3' where name = 'sparc.archive_batch'")
    archivers = [table.connect(role="service_role") for _ in range(2)]
    moved = [
        result[0]
        for result in at_once(row(c, "select sparc.archive_sessions()") for c in archivers)
    ]
    while count := table.one("select sparc.archive_sessions()"):
        moved.append(count)
    assert sum(moved) == 6  # type: ignore[arg-type]
    assert table.one("select count(*) from sparc.archived_sessions") == 6
    assert table.one("select count(*) from sparc.sessions") == 0


def test_serializable_holds_too(table: Table) -> None:
    """Under SERIALIZABLE a join that can't be ordered fails with 40001 and passes when retried."""
    _, code = table.session(["ada"], max_players=3)
    heroes = [table.character(f"caller{number}") for number in range(6)]

    def join(connection: psycopg.Connection, hero: object) -> str:
        while True:
            try:
                connection.execute("select sparc.join_session(%s, %s)", [code, hero])
            except (psycopg.errors.SerializationFailure, psycopg.errors.DeadlockDetected):
                continue
            return "ok"

    calls = []
    for user, hero in heroes:
        connection = table.connect(user=user)
        connection.execute("set default_transaction_isolation = 'serializable'")
        calls.append(functools.partial(join, connection, hero))
    outcomes = Counter(at_once(calls))
    assert outcomes == {"ok": 2, "KG402": 4}
    table.check_feed()
