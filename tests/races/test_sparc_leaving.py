"""People leave sparc while others play on: the one comes before the other, and nothing of them is left behind."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest
from tests.connections import at_once, row, wait_until_blocked

Connect = Callable[..., psycopg.Connection]
ERASE = "select core.erase_person(%s, 'asked for it')"
CANARY = "canary"


class Evening:
    """A running session of `seer` with `ada` and `bo`; what Ada is called and says holds a canary."""

    def __init__(self, connect: Connect, conninfo: str) -> None:
        self.connect = lambda **who: connect(conninfo=conninfo, **who)
        self.owner = self.connect()
        self.session = self.one("select id from test.sparc_session('seer', array['ada', 'bo'])")
        self.owner.execute("update sparc.characters set name = %s || name", [CANARY])
        self.owner.execute("update sparc.sessions set status = 'starting_soon'")
        self.owner.execute("update sparc.sessions set status = 'active'")

    def one(self, query: str, *parameters: object) -> object:
        """Return the first column of the first row, as the owner."""
        found = self.owner.execute(query.encode(), parameters).fetchone()
        assert found
        return found[0]

    def user(self, name: str) -> object:
        """Return somebody's id."""
        return self.one("select test.user(%s)", name)

    def hero(self, name: str) -> object:
        """Return the character with which somebody sits there."""
        return self.one("select test.sparc_seat(%s, %s)", self.session, name)

    def person(self, name: str, *, autocommit: bool = True) -> psycopg.Connection:
        """Return a connection of somebody."""
        return self.connect(user=self.user(name), autocommit=autocommit)

    def service(self, *, autocommit: bool = True) -> psycopg.Connection:
        """Return a connection of the service."""
        return self.connect(role="service_role", autocommit=autocommit)

    def declare(self, name: str = "ada") -> object:
        """Declare a roll of Ada's character whose description holds the canary, and commit."""
        declared = self.person(name).execute(
            "select id from sparc.declare_roll(%s, %s, 'might', 9, description => %s)",
            [self.session, self.hero("ada"), CANARY],
        )
        return declared.fetchone()[0]  # type: ignore[index]

    def kept(self) -> object:
        """Count the rolls that name Ada's character or hold what she said."""
        return self.one(
            """
            select count(*)
            from (
              select id, character_id, character_name, description from sparc.dice_rolls
              union all
              select id, character_id, character_name, description from sparc.declared_rolls
            ) as r
            where r.character_id in (select c.id from sparc.characters as c where c.user_id = test.user('ada'))
              and (r.character_name like '%%canary%%' or r.description like '%%canary%%')
            """
        )


@pytest.fixture
def evening(connect: Connect, fresh_database: str) -> Evening:
    """An evening in a database of its own."""
    return Evening(connect, fresh_database)


def test_an_erasure_waits_for_a_throw_and_finds_it(evening: Evening) -> None:
    """A roll that is thrown at this moment is thrown with the name, and loses it with the rest."""
    roll = evening.declare()
    seer = evening.person("seer", autocommit=False)
    seer.execute("select sparc.throw_roll(%s)", [roll])
    service = evening.service()
    with ThreadPoolExecutor(1) as pool:
        erased = pool.submit(row(service, ERASE, [evening.user("ada")]))
        wait_until_blocked(evening.owner, service, erased)
        seer.commit()
        erased.result()
    assert evening.one("select count(*) from sparc.dice_rolls") == 1
    assert evening.kept() == 0


def test_a_throw_waits_for_an_erasure_and_shows_no_name(evening: Evening) -> None:
    """Who throws while somebody is erased gets the roll that the erasure has thrown, under no name."""
    roll = evening.declare()
    ada = evening.user("ada")
    service = evening.service(autocommit=False)
    service.execute(ERASE.encode(), [ada])
    seer = evening.person("seer")
    throw = "select character_name, description from sparc.throw_roll(%s)"
    with ThreadPoolExecutor(1) as pool:
        thrown = pool.submit(row(seer, throw, [roll]))
        wait_until_blocked(evening.owner, seer, thrown)
        service.commit()
        name, description = thrown.result()  # type: ignore[misc]
    assert (name[:5], description) == ("gone-", None)
    assert evening.one("select count(*) from sparc.dice_rolls") == 1
    assert evening.kept() == 0


def test_a_declaration_waits_for_an_erasure_and_names_nobody(evening: Evening) -> None:
    """The Seer who rolls for a character whose player is being erased rolls for one that is gone."""
    hero, ada = evening.hero("ada"), evening.user("ada")
    service = evening.service(autocommit=False)
    service.execute(ERASE.encode(), [ada])
    seer = evening.person("seer")
    declare = "select character_name from sparc.declare_roll(%s, %s, 'wit', 9)"
    with ThreadPoolExecutor(1) as pool:
        declared = pool.submit(row(seer, declare, [evening.session, hero]))
        wait_until_blocked(evening.owner, seer, declared)
        service.commit()
        assert declared.result()[0][:5] == "gone-"  # type: ignore[index]
    assert evening.kept() == 0


def test_everything_at_once_leaves_no_name_and_no_deadlock(evening: Evening) -> None:
    """Two erasures of the same person among rolls, throws, a pause, a kick, a rename and a leave: each ends by a rule."""
    roll = evening.declare()
    hero, ada, bo = evening.hero("ada"), evening.user("ada"), evening.hero("bo")
    session = evening.session
    service = [evening.service(), evening.service()]
    person = {name: [evening.person(name) for _ in range(4)] for name in ("ada", "bo", "seer")}
    results = at_once(
        [
            row(service[0], ERASE, [ada]),
            row(service[1], ERASE, [ada]),
            row(person["ada"][0], "select sparc.throw_roll(%s)", [roll]),
            row(person["ada"][1], "update sparc.characters set name = 'canary two'"),
            row(person["ada"][2], "select sparc.leave_session(%s)", [session]),
            row(person["ada"][3], "select sparc.delete_character(%s)", [hero]),
            row(person["bo"][0], "select sparc.throw_roll(%s)", [roll]),
            row(person["bo"][1], "select sparc.declare_roll(%s, %s, 'wit', 9)", [session, bo]),
            row(person["seer"][0], "select sparc.throw_roll(%s)", [roll]),
            row(person["seer"][1], "select sparc.declare_roll(%s, %s, 'wit', 9)", [session, hero]),
            row(person["seer"][2], "select sparc.kick_player(%s, %s)", [session, ada]),
            row(person["seer"][3], "select sparc.pause_session(%s)", [session]),
        ]
    )
    refused = {result for result in results if isinstance(result, str)}
    assert all(code.startswith("KG") for code in refused), results
    assert [r for r in results[:2] if isinstance(r, str)] == []
    assert evening.kept() == 0
    assert (
        evening.one(
            "select count(*) from sparc.characters where user_id = test.user('ada') and name like '%%canary%%'"
        )
        == 0
    )
    assert (
        evening.one(
            "select count(*) from sparc.session_players where user_id = test.user('ada') and is_active"
        )
        == 0
    )


def test_a_character_that_is_deleted_sits_down_nowhere(evening: Evening) -> None:
    """Deleting a character and joining with it, twice each and at one instant: never a seat with a deleted character."""
    codes = [
        evening.one("select code from test.sparc_session(%s)", f"host{number}") for number in (1, 2)
    ]
    hero = evening.one("select test.sparc_character('cy', 'Rook')")
    cy = [evening.person("cy") for _ in range(4)]
    results = at_once(
        [
            row(cy[0], "select sparc.delete_character(%s)", [hero]),
            row(cy[1], "select sparc.delete_character(%s)", [hero]),
            row(cy[2], "select sparc.join_session(%s, %s)", [codes[0], hero]),
            row(cy[3], "select sparc.join_session(%s, %s)", [codes[1], hero]),
        ]
    )
    refused = {result for result in results if isinstance(result, str)}
    assert refused <= {"KG004", "KG403"}, results  # gone, or taken at this moment
    seats = evening.one(
        "select count(*) from sparc.session_players as p join sparc.characters as c on c.id = p.character_id"
        " where p.is_active and c.deleted_at is not null"
    )
    assert seats == 0
