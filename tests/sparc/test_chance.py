"""A transaction decides or looks, not both: rolls in real transactions that are looked at, rolled back and held open."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import uuid
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import psycopg
import pytest
from psycopg import errors
from psycopg.rows import dict_row
from tests.sparc import recompute_dice

Connect = Callable[..., psycopg.Connection[Any]]
COMMIT_FIRST, EXPIRED = "KG009", "KG410"
DECLARE = "select * from sparc.declare_roll(%s, %s, 'might', 12)"
THROW = "select * from sparc.throw_roll(%s)"


class Evening:
    """A running session of `seer` with `ada` and `bo`, in a database of its own."""

    def __init__(self, connect: Connect, conninfo: str) -> None:
        self.connect = lambda **who: connect(conninfo=conninfo, **who)
        self.owner = self.connect()
        self.owner.row_factory = dict_row
        self.session, self.code, self.adventure = self.made(
            "select id, code, adventure_id from test.sparc_session('seer', array['ada', 'bo'], started => true)"
        ).values()
        self.hero = {name: self.seat(name) for name in ("ada", "bo")}

    def made(self, query: str, *parameters: object) -> dict[str, Any]:
        """Return one row, as the owner."""
        found = self.owner.execute(query.encode(), parameters).fetchone()
        assert found is not None
        return dict(found)

    def seat(self, name: str) -> object:
        """Return the character with which somebody sits there."""
        return self.made("select test.sparc_seat(%s, %s) as id", self.session, name)["id"]

    def set(self, name: str, value: object) -> None:
        """Change a setting."""
        self.owner.execute(
            "update core.settings set value = %s where name = %s", [json.dumps(value), name]
        )

    def pass_time(self, seconds: int) -> None:
        """Put the clock of every rule forward."""
        self.owner.execute(
            "create or replace function core.wall_clock() returns timestamptz language sql volatile parallel safe"
            f" return clock_timestamp() + interval '{seconds} seconds'".encode()
        )

    def person(self, name: str, *, autocommit: bool = True) -> psycopg.Connection[Any]:
        """Return a connection of somebody."""
        user = self.made("select test.user(%s) as id", name)["id"]
        connection = self.connect(user=user, autocommit=autocommit)
        connection.row_factory = dict_row
        # nobody waits for a row here: what would block for long fails
        connection.execute("set lock_timeout = '30s'")
        if not autocommit:
            connection.commit()
        return connection

    def upkeep(self) -> psycopg.Connection[Any]:
        """Return a connection of the service."""
        connection = self.connect(role="service_role")
        connection.row_factory = dict_row
        return connection

    def declare(self, name: str = "ada") -> Any:
        """Declare a roll as a player, in a transaction of its own, and return its id."""
        with self.person(name) as player:
            found = player.execute(DECLARE, [self.session, self.hero[name]]).fetchone()
        assert found
        return found["id"]

    def failed(self, thrower: str | None = "ada") -> Any:
        """Return a roll of ada's that failed: declared, and thrown by somebody, or by upkeep."""
        for _ in range(200):
            roll = self.declare_hopeless()
            if thrower:
                with self.person(thrower) as player:
                    thrown = player.execute(THROW, [roll]).fetchone()
            assert thrown
            if not thrown["success"]:
                return roll
        raise AssertionError("the dice never failed")

    def declare_hopeless(self) -> Any:
        """Declare a roll of ada's that fails five times in six: one die against 18."""
        with self.person("ada") as player:
            found = player.execute(
                "select * from sparc.declare_roll(%s, %s, 'wit', 18, modifiers => %s)",
                [self.session, self.hero["ada"], '[{"type": "dice", "value": -5}]'],
            ).fetchone()
        assert found
        return found["id"]


@pytest.fixture
def evening(connect: Connect, fresh_database: str) -> Evening:
    """Set the table."""
    return Evening(connect, fresh_database)


def refused(call: Callable[[], object]) -> str:
    """Return the SQLSTATE with which a call was refused."""
    with pytest.raises(psycopg.Error) as raised:
        call()
    assert raised.value.sqlstate
    return raised.value.sqlstate


def look(connection: psycopg.Connection[Any], roll: object) -> Any:
    """Throw a roll, see its dice and roll back."""
    with connection.transaction(force_rollback=True):
        thrown = connection.execute(THROW, [roll]).fetchone()
    assert thrown
    return thrown["results"], thrown["animation_seed"], thrown["outcome"]


def test_a_look_and_a_rollback_change_nothing(evening: Evening) -> None:
    """Whoever throws, and however often it is taken back: a declared roll has its dice."""
    roll = evening.declare()
    ada, seer = evening.person("ada"), evening.person("seer")
    looks = [look(ada, roll), look(seer, roll), look(ada, roll)]
    evening.declare("bo")
    seer.execute("select sparc.pause_session(%s)", [evening.session])
    evening.owner.execute("update sparc.characters set might = 1")
    looks.append(look(seer, roll))
    thrown = ada.execute(THROW, [roll]).fetchone()
    assert thrown
    assert {json.dumps(seen) for seen in looks} == {
        json.dumps([thrown["results"], thrown["animation_seed"], thrown["outcome"]])
    }


def test_nobody_decides_and_looks_in_one_transaction(evening: Evening) -> None:
    """Savepoints change nothing: the transaction that declared a roll can't throw it."""
    ada = evening.person("ada", autocommit=False)
    declared = [evening.session, evening.hero["ada"]]

    roll = ada.execute(DECLARE, declared).fetchone()
    assert roll
    assert refused(lambda: ada.execute(THROW, [roll["id"]])) == COMMIT_FIRST
    ada.rollback()

    with ada.transaction():
        roll = ada.execute(DECLARE, declared).fetchone()
    assert roll
    ada.rollback()

    ada.execute("savepoint one")
    roll = ada.execute(DECLARE, declared).fetchone()
    assert roll
    ada.execute("release one")
    ada.execute("savepoint two")
    assert refused(lambda: ada.execute(THROW, [roll["id"]])) == COMMIT_FIRST
    ada.execute("rollback to two")
    # what would throw it first is refused too: the next declaration, and leaving
    assert refused(lambda: ada.execute(DECLARE, declared)) == COMMIT_FIRST
    ada.execute("rollback to two")
    leave = "select sparc.leave_session(%s)"
    assert refused(lambda: ada.execute(leave, [evening.session])) == COMMIT_FIRST
    ada.execute("rollback to two")
    ada.commit()
    assert ada.execute(THROW, [roll["id"]]).fetchone()


@pytest.mark.parametrize("outcome", ["completed", "cancelled"])
@pytest.mark.parametrize("directly", [False, True])
def test_the_end_of_a_session_is_no_look(evening: Evening, outcome: str, directly: bool) -> None:
    """A Seer who declared a roll can't end the session in that transaction, by whatever way."""
    seer = evening.person("seer", autocommit=False)
    seer.execute(DECLARE, [evening.session, evening.hero["bo"]])
    end = (
        "update sparc.sessions set status = %s where id = %s"
        if directly
        else "select sparc.end_session(outcome => %s, session_id => %s)"
    )
    assert refused(lambda: seer.execute(end, [outcome, evening.session])) == COMMIT_FIRST


def test_both_at_once_is_for_those_who_cannot_abort(evening: Evening) -> None:
    """roll_dice, heroic_save and the direct insert ask a client to declare, until the setting says that clients commit."""
    failed = evening.failed()
    ada = evening.person("ada")
    calls: list[tuple[str, list[object]]] = [
        ("select sparc.roll_dice(%s, %s, 'wit', 9)", [evening.session, evening.hero["ada"]]),
        ("select sparc.heroic_save(%s)", [failed]),
        (
            "insert into sparc.dice_rolls (session_id, character_id, attribute, difficulty, roll_type)"
            " values (%s, %s, 'wit', 9, 'attack')",
            [evening.session, evening.hero["ada"]],
        ),
    ]
    count = "select count(*) as n from sparc.dice_rolls"
    before = evening.made(count)["n"]
    for call, parameters in calls:
        with pytest.raises(psycopg.Error) as raised:
            ada.execute(call.encode(), parameters)
        assert raised.value.sqlstate == COMMIT_FIRST
        assert "declare" in (raised.value.diag.message_detail or "")
    assert evening.made(count)["n"] == before
    evening.set("core.clients_can_abort", False)
    for call, parameters in calls:
        ada.execute(call.encode(), parameters)
    assert evening.made(count)["n"] == before + 3


def test_the_secret_is_shown_after_the_end_was_committed(evening: Evening) -> None:
    """A Seer who ends the session, looks and rolls back has learnt nothing of the dice to come."""
    seer = evening.person("seer", autocommit=False)
    shows = [
        ("select * from sparc.revealed_secrets(%s)", evening.session),
        ("select * from sparc.verify_session(%s)", evening.session),
        ("select * from sparc.verify_roll(%s)", evening.declare()),
    ]
    seer.execute("select sparc.end_session(%s)", [evening.session])
    for show, about in shows:
        seer.execute("savepoint look")
        assert refused(lambda show=show, about=about: seer.execute(show, [about])) == COMMIT_FIRST
        seer.execute("rollback to look")
    seer.rollback()
    assert refused(lambda: seer.execute(shows[0][0].encode(), [evening.session])) == "KG005"
    seer.rollback()
    seer.execute("select sparc.end_session(%s)", [evening.session])
    seer.commit()
    for show, about in shows:
        assert seer.execute(show.encode(), [about]).fetchall()


def test_no_dice_are_printed_before_their_time(evening: Evening) -> None:
    """With every plan printed, declaring a roll and ending a session show nothing of the secret."""
    secret = evening.made(
        "select secret from sparc.dice_secrets where session_id = %s", evening.session
    )["secret"]
    said: list[str] = []
    seer = evening.person("seer", autocommit=False)
    seer.add_notice_handler(
        lambda notice: said.append(f"{notice.message_primary} {notice.message_detail}")
    )
    seer.execute(
        "set debug_print_plan = on; set debug_print_parse = on; set client_min_messages = 'debug5'"
    )
    roll = evening.declare()
    seer.execute(THROW, [roll])
    seer.execute(DECLARE, [evening.session, evening.hero["bo"]])
    with suppress(psycopg.Error):
        seer.execute("select sparc.end_session(%s)", [evening.session])
    told = "".join("".join(said).split())
    assert "PLANNEDSTMT" in told
    forms = (
        secret.hex(),
        "".join(str(b - 256 if b > 127 else b) for b in secret),
        "".join(map(str, secret)),
    )
    assert [form for form in forms if form in told] == []


def test_who_throws_for_another_runs_no_save_out(evening: Evening) -> None:
    """The Seer throws ada's roll, commits, and lets the time of a save pass: ada's time begins with her own look."""
    evening.set("sparc.heroic_save_seconds", 60)
    failed = evening.failed("seer")
    evening.pass_time(61)
    ada = evening.person("ada")
    assert ada.execute(THROW, [failed]).fetchone()
    assert ada.execute("select * from sparc.declare_heroic_save(%s)", [failed]).fetchone()


def test_the_time_of_a_save_runs_from_the_players_own_throw(evening: Evening) -> None:
    """After it a save comes too late, in a transaction that began in time too."""
    evening.set("sparc.heroic_save_seconds", 60)
    failed = evening.failed("ada")
    early = evening.person("ada", autocommit=False)
    early.execute("select 1")
    evening.pass_time(61)
    save = "select sparc.declare_heroic_save(%s)"
    assert refused(lambda: early.execute(save, [failed])) == EXPIRED


def test_upkeep_starts_the_time_of_a_save_that_nobody_asked_for(evening: Evening) -> None:
    """The first pass that finds the roll thrown starts it, not the one that throws it."""
    evening.set("sparc.heroic_save_seconds", 60)
    failed = evening.failed("seer")
    started = "select save_from is not null as started from sparc.declared_rolls where id = %s"
    assert evening.made(started, failed)["started"] is False
    evening.upkeep().execute("select core.run_task('sparc.saves')")
    assert evening.made(started, failed)["started"] is True
    evening.pass_time(61)
    ada = evening.person("ada")
    assert refused(lambda: ada.execute("select sparc.declare_heroic_save(%s)", [failed])) == EXPIRED


def test_a_save_is_used_up_when_it_is_declared(evening: Evening) -> None:
    """One that was rolled back is there again; one that waits is not."""
    failed = evening.failed("ada")
    ada = evening.person("ada")
    save = "select * from sparc.declare_heroic_save(%s)"
    with ada.transaction(force_rollback=True):
        ada.execute(save, [failed])
    declared = ada.execute(save, [failed]).fetchone()
    assert declared
    assert refused(lambda: ada.execute(save, [failed])) == "KG409"
    thrown = ada.execute(THROW, [declared["id"]]).fetchone()
    assert thrown
    assert (thrown["roll_type"], thrown["original_roll_id"]) == ("heroic_save", failed)


def test_a_roll_waits_through_everything(evening: Evening) -> None:
    """Random play: what a look shows of a waiting roll, and what is thrown at the end, are the same dice."""
    chance = random.Random(7)
    evening.set("sparc.throw_after_seconds", 1)
    seer = evening.person("seer")
    people = {"ada": evening.person("ada"), "bo": evening.person("bo")}
    seen: dict[Any, Any] = {}

    def act(who: str) -> None:
        """Do something that a person may do, allowed or not."""
        call, parameters = chance.choice(
            [
                *[(DECLARE, [evening.session, evening.hero[who]])] * 4,
                ("select sparc.pause_session(%s)", [evening.session]),
                ("select sparc.resume_session(%s)", [evening.session]),
                ("select sparc.start_encounter(%s, 'e')", [evening.session]),
                ("select sparc.end_encounter(%s)", [evening.session]),
                (
                    "update sparc.characters set name = %s where id = %s",
                    [f"N{chance.random()}", evening.hero[who]],
                ),
                ("select sparc.leave_session(%s)", [evening.session]),
                ("select sparc.join_session(%s, %s)", [evening.code, evening.hero[who]]),
            ]
        )
        with suppress(psycopg.Error):
            (seer if chance.random() < 0.5 else people[who]).execute(call.encode(), parameters)

    evening.owner.execute("update sparc.sessions set allow_late_join = true")
    looks = 0
    for _ in range(120):
        act(chance.choice(["ada", "bo"]))
        waiting = evening.owner.execute(
            "select id from sparc.declared_rolls where thrown_at is null"
        ).fetchall()
        for roll in waiting:
            shown = look(seer, roll["id"])
            assert seen.setdefault(roll["id"], shown) == shown
            looks += 1
        if chance.random() < 0.1:
            evening.owner.execute(
                "update sparc.characters set might = %s, wit = %s",
                [chance.randint(1, 6), chance.randint(1, 6)],
            )
    seer.execute("update sparc.sessions set status = 'cancelled' where id = %s", [evening.session])
    thrown = {
        row["id"]: (row["results"], row["animation_seed"], row["outcome"])
        for row in evening.owner.execute("select * from sparc.dice_rolls").fetchall()
    }
    assert looks > 50
    assert len(seen) > 10
    assert {roll: thrown[roll] for roll in seen} == seen


def test_an_independent_program_recomputes_every_die(evening: Evening, tmp_path: Path) -> None:
    """From the revealed secret, across a change of the secret; and it finds a die that was changed."""
    evening.set("core.clients_can_abort", False)
    ada = evening.person("ada")
    roll = "select sparc.roll_dice(%s, %s, 'might', 12, modifiers => %s)"
    modifiers = '[{"type": "dice", "value": 5}, {"type": "flat", "value": -3}]'
    for number in range(40):
        ada.execute(roll, [evening.session, evening.hero["ada"], modifiers])
        if number == 20:
            evening.upkeep().execute("call sparc.reseed_all('a drill')")
    evening.person("seer").execute("select sparc.end_session(%s)", [evening.session])
    secrets = ada.execute("select * from sparc.revealed_secrets(%s)", [evening.session]).fetchall()
    rolls = ada.execute("select to_jsonb(r) as roll from sparc.dice_rolls as r").fetchall()
    given: dict[str, Any] = {"secrets": secrets, "rolls": [row["roll"] for row in rolls]}
    assert [s["from_number"] for s in secrets] == [1, 22]
    assert len(rolls) == 40

    def run() -> subprocess.CompletedProcess[str]:
        program = Path(recompute_dice.__file__)
        return subprocess.run(
            [sys.executable, str(program)],
            input=json.dumps(given),
            capture_output=True,
            text=True,
            check=False,
        )

    assert (run().returncode, run().stdout) == (0, "")
    given["rolls"][3]["results"][0] = given["rolls"][3]["results"][0] % 6 + 1
    assert run().returncode == 1
    assert run().stdout.startswith("roll ")


def test_reseeding_goes_on_where_it_stopped(evening: Evening) -> None:
    """What waits is thrown under its old secret, every session that is not over gets one new secret, and a run ends once."""
    waiting = evening.declare()
    shown = look(evening.person("ada"), waiting)
    others = [evening.made("select id from test.sparc_session('eve')")["id"] for _ in range(3)]
    over = evening.made("select id from test.sparc_session('liv', array['dan'], started => true)")[
        "id"
    ]
    evening.owner.execute("update sparc.sessions set status = 'cancelled' where id = %s", [over])
    secrets = "select count(*)::integer as n from sparc.dice_secrets where session_id = %s"

    # a player holds their session while the first batch runs, and the run is interrupted after it
    holder = evening.person("bo", autocommit=False)
    holder.execute(DECLARE, [evening.session, evening.hero["bo"]])
    done = evening.upkeep().execute("select sparc.reseed_batch('a lost tail') as n").fetchone()
    assert done
    assert done["n"] == 3
    assert [evening.made(secrets, s)["n"] for s in others] == [2, 2, 2]
    assert evening.made(secrets, evening.session)["n"] == 1
    holder.rollback()
    evening.upkeep().execute("call sparc.reseed_all('a lost tail, again')")
    assert [evening.made(secrets, s)["n"] for s in [evening.session, *others, over]] == [
        2,
        2,
        2,
        2,
        1,
    ]
    thrown = evening.made("select * from sparc.dice_rolls where id = %s", waiting)
    assert (thrown["results"], thrown["animation_seed"], thrown["outcome"]) == shown
    told = evening.made(
        "select payload from sparc.session_events where session_id = %s and event_type = 'dice_reseeded'",
        evening.session,
    )["payload"]
    assert told["reason"] == "a lost tail"
    assert told["from_number"] == 2
    runs = evening.made("select count(*) as n, count(ended_at) as ended from sparc.reseeds")
    assert (runs["n"], runs["ended"]) == (1, 1)
    audited = evening.made(
        "select count(*) as n from core.audit_log where table_name = 'sparc.reseeds'"
    )
    assert audited["n"] == 2


def test_reseeding_is_the_services(evening: Evening) -> None:
    """No client calls it, and a reason is needed."""
    ada = evening.person("ada")
    with pytest.raises(errors.InsufficientPrivilege):
        ada.execute("call sparc.reseed_all('for luck')")
    assert refused(lambda: evening.upkeep().execute("call sparc.reseed_all('')")) == "KG001"


def test_no_player_holds_up_the_seer(evening: Evening) -> None:
    """A player's open change of their profile and character, and an author's of the adventure, stop no start and no end."""
    evening.owner.execute("select test.sparc_session('cyd', array['dan'])")
    session = evening.made("select id from sparc.sessions where seer_id = test.user('cyd')")["id"]
    dan, cyd = evening.person("dan", autocommit=False), evening.person("cyd")
    author = evening.person("cyd", autocommit=False)
    dan.execute("update sparc.users set bio = 'open' where id = auth.uid()")
    dan.execute("update sparc.characters set hit_points = 1")
    author.execute("update sparc.users set bio = 'open' where id = auth.uid()")
    author.execute("update sparc.adventures set description = 'open'")
    cyd.execute("select sparc.start_session(%s)", [session])
    cyd.execute("select sparc.end_session(%s)", [session])
    rating = evening.person("dan")
    adventure = evening.made(
        "select adventure_id as id from sparc.sessions where id = %s", session
    )["id"]
    rating.execute("select sparc.rate_adventure(%s, 4)", [adventure])

    counted = """
        select c.last_played_at is not null as stamped, p.games_played, s.games_run, a.times_played, a.average_rating
        from sparc.characters as c, sparc.users as p, sparc.users as s, sparc.adventures as a
        where c.user_id = test.user('dan') and p.id = test.user('dan') and s.id = test.user('cyd') and a.id = %s
    """
    assert tuple(evening.made(counted, adventure).values()) == (False, 0, 0, 0, None)
    evening.upkeep().execute("select sparc.apply_waiting_tallies()")
    assert evening.made("select count(*) as n from sparc.tallies")["n"] == 5
    dan.commit()
    author.commit()
    for _ in range(2):
        evening.upkeep().execute("select sparc.apply_waiting_tallies()")
        assert tuple(evening.made(counted, adventure).values()) == (True, 1, 1, 1, 4)
    assert evening.made("select count(*) as n from sparc.tallies")["n"] == 0


def test_an_event_of_an_old_transaction_is_of_today(evening: Evening) -> None:
    """The feed's partition is chosen by the clock, not by when the transaction began."""
    seer = evening.person("seer", autocommit=False)
    begun = seer.execute("select now() as at").fetchone()
    assert begun
    time.sleep(0.2)
    seer.execute("select sparc.pause_session(%s)", [evening.session])
    seer.commit()
    told = evening.made(
        "select created_at from sparc.session_events where event_type = 'session_paused'"
    )
    assert (told["created_at"] - begun["at"]).total_seconds() >= 0.2


def test_a_stranger_has_no_roll(evening: Evening) -> None:
    """A kicked roller still throws what they declared before, which the kick has thrown already, and nothing else."""
    mine, other = evening.declare("ada"), evening.declare("bo")
    evening.person("seer").execute(
        "select sparc.kick_player(%s, test.user('ada'))", [evening.session]
    )
    ada = evening.person("ada")
    assert ada.execute(THROW, [mine]).fetchone()
    assert refused(lambda: ada.execute(THROW, [other])) == "KG004"
    assert refused(lambda: ada.execute(THROW, [uuid.uuid4()])) == "KG004"
