"""The package lands on a Supabase-shaped database, works there, and leaves it as it was."""

from __future__ import annotations

import json
import os
import re
import uuid
from collections.abc import Iterator
from typing import Any

import psycopg
import pytest
from tests.migrations import scripts
from tests.migrations.catalog import difference, snapshot
from tests.people.states import BYSTANDERS, STATES, WITHOUT_ACCOUNT, story
from tests.world import World, user_id

from runner import ROOT, sqitch, tap_report, testing
from runner import server as servers

from .conftest import DATABASE, Supabase

EARLY = "00000000-0000-4000-8000-000000000001"


@pytest.fixture(scope="module")
def deployed(supabase: Supabase) -> Iterator[Supabase]:
    """Deploy as `postgres`, once; the first test has shown that a revert leaves nothing."""
    with supabase.connect("postgres") as deployer:
        scripts.deploy(deployer, sqitch.plan())
        yield supabase
        scripts.revert(deployer, sqitch.plan())


def act_as(connection: psycopg.Connection[Any], user: object) -> None:
    """Do what PostgREST does for a request of a signed-in user."""
    claims = json.dumps({"sub": str(user), "role": "authenticated"})
    connection.execute(
        "select set_config('role', 'authenticated', false), set_config('request.jwt.claims', %s, false)",
        [claims],
    )


def sign_up(
    supabase: Supabase, email: str | None, metadata: object = None, **columns: object
) -> uuid.UUID:
    """Sign somebody up as Supabase's auth server does."""
    user = uuid.uuid4()
    row = {"id": user, "email": email, "raw_user_meta_data": json.dumps(metadata), **columns}
    names = ", ".join(row)
    places = ", ".join(["%s"] * len(row))
    with supabase.connect("supabase_auth_admin") as auth:
        auth.execute(
            f"insert into auth.users ({names}) values ({places})".encode(),
            list(row.values()),
        )
    return user


def profile(supabase: Supabase, user: object) -> tuple[Any, ...] | None:
    """Return address and name of a profile."""
    with supabase.connect("supabase_admin") as admin:
        return admin.execute(
            "select email, display_name from sparc.users where id = %s", [user]
        ).fetchone()


def test_deploy_changes_nothing_of_supabase_but_what_it_says_and_a_revert_nothing(
    supabase: Supabase,
) -> None:
    """Deployed by a `postgres` that is no superuser and reverted: the same catalog, grants, roles, comments, rows.

    While it is deployed, only three triggers, the publication and the membership of Supabase's objects differ.
    """
    with supabase.connect("supabase_admin") as admin, supabase.connect("postgres") as deployer:
        assert deployer.execute(
            "select rolsuper from pg_roles where rolname = current_user"
        ).fetchone() == (False,)
        before = snapshot(admin)
        scripts.deploy(deployer, sqitch.plan())
        scripts.check(deployer, sqitch.plan())
        after = snapshot(admin)
        scripts.revert(deployer, sqitch.plan())
        assert difference(before, snapshot(admin)) == []
    foreign = sorted(
        f"{kind} {name}"
        for kind, name in before.keys() | after.keys()
        if before.get((kind, name)) != after.get((kind, name))
        and (
            re.search(r"\b(auth|public|extensions)\.", name)
            or name in {"auth", "public", "extensions"}
            or kind in {"role", "publication"}
        )
        and not name.startswith("sparc.")
        and (kind, name) not in {("role", "gamekeeper"), ("role", "gamekeeper_monitor")}
    )
    assert [line for line in foreign if "RI_ConstraintTrigger" not in line] == [
        "publication supabase_realtime",
        "role postgres",
        "trigger auth.users: erase_deleted_user",
        "trigger auth.users: on_auth_user_created_sparc",
        "trigger auth.users: sync_profile",
    ]


def test_who_signed_up_before_has_a_profile(deployed: Supabase) -> None:
    """The deploy makes the profiles of earlier sign-ups; a second profile of one address goes without it."""
    with deployed.connect("supabase_admin") as admin:
        rows = admin.execute(
            "select email, display_name from sparc.users where created_at < '2025-01-01' order by created_at"
        ).fetchall()
    assert rows == [("early@example.org", "Early Bird"), (None, "player"), (None, "early")]


@pytest.mark.parametrize(
    ("email", "metadata", "columns", "expected"),
    [
        ("nia@example.net", {"display_name": "Nia"}, {}, ("nia@example.net", "Nia")),
        ("leo@example.net", None, {}, ("leo@example.net", "leo")),
        (None, None, {"phone": "4930123456"}, (None, "player")),
        ("early@example.org", None, {"is_sso_user": True}, (None, "early")),
        ("max@example.net", {"display_name": "M" * 500}, {}, ("max@example.net", "M" * 80)),
        ("eve@example.net", {"display_name": {"x": 1}}, {}, ("eve@example.net", "eve")),
        ("tab@example.net", {"display_name": " \t\n"}, {}, ("tab@example.net", "tab")),
        ("arr@example.net", ["display_name"], {}, ("arr@example.net", "arr")),
    ],
)
def test_sign_up_makes_the_profile_whatever_it_says(
    deployed: Supabase,
    email: str | None,
    metadata: object,
    columns: dict[str, object],
    expected: tuple[str | None, str],
) -> None:
    """The auth server signs people up; neither missing nor hostile metadata make that fail."""
    user = sign_up(deployed, email, metadata, **columns)
    assert profile(deployed, user) == expected
    with deployed.connect("supabase_admin") as admin:
        assert admin.execute("select 1 from public.profiles where id = %s", [user]).fetchone()


def test_address_follows_and_user_goes(deployed: Supabase) -> None:
    """A changed address changes in the profile; of a removed user's profile nothing personal stays."""
    user = sign_up(deployed, "old@example.net")
    with deployed.connect("supabase_auth_admin") as auth:
        auth.execute("update auth.users set email = 'new@example.net' where id = %s", [user])
        assert profile(deployed, user) == ("new@example.net", "old")
        auth.execute("delete from auth.users where id = %s", [user])
    assert profile(deployed, user) == (None, "gone")


# What these files test is the shim itself, or an installation that this cluster does not have.
NOT_HERE = {"core/auth.sql", "core/people.sql", "law/plpgsql_check.sql"}


# The long form: GAMEKEEPER_SUPABASE=all scripts/test tests/supabase
EVERYTHING = os.environ.get("GAMEKEEPER_SUPABASE") == "all"


def test_every_pgtap_suite_passes(deployed: Supabase, subtests: pytest.Subtests) -> None:
    """All suites of all systems pass on it, run by its superuser, who becomes Supabase's roles.

    The short form runs them on 18; all the others of these tests run on both.
    """
    if deployed.server.binaries == servers.DEBIAN_BINARIES and not EVERYTHING:
        pytest.skip("GAMEKEEPER_SUPABASE=all runs the suites on 15, too")
    files = [
        file for file in sorted((ROOT / "tests").glob("*/*.sql")) if file.parent.name != "supabase"
    ]
    assert files
    with deployed.connect("supabase_admin") as admin:
        admin.execute("begin; savepoint clean")
        for helper in testing.helper_files():
            admin.execute(helper.read_bytes())
        admin.execute("commit")
        try:
            for file in files:
                name = str(file.relative_to(ROOT / "tests"))
                if name in NOT_HERE:
                    continue
                with subtests.test(name):
                    report = tap_report.run(deployed.server, DATABASE, file)
                    red = [a.description for a in report.assertions if a.outcome == "not ok"]
                    assert (red, report.problems) == ([], []), report
        finally:
            admin.execute("drop schema test cascade")


def test_a_player_with_money_can_be_deleted(deployed: Supabase) -> None:
    """The auth server deletes somebody with a live session, a placed bet, a streak: all ends, the books stay right."""
    user = sign_up(deployed, "rich@example.net")
    definition = (
        """'{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 2}}}'"""
    )
    with deployed.connect("postgres") as deployer:

        def one(query: str, *values: object) -> Any:
            row = deployer.execute(query.encode(), values).fetchone()
            return row[0] if row else None

        game = one(f"select game_id from slots.create_game('Certain', {definition})")
        wallet = one("select wallet_id from slots.create_wallet('AUD', 100, '{}', %s)", user)
        deployer.execute("select slots.wallet_operation(%s, 'credit', 10)", [wallet])
        profile_of = json.dumps({"behaviorType": "canary"})
        session = one(
            "select session_id from slots.create_session(%s, %s, %s)", game, profile_of, wallet
        )
        deployer.execute("""select slots.act(%s, '{"type": "PlaceBet", "amount": 5}')""", [session])
        account = one("select user_id from xp.register_user(%s, 'Europe/Brussels')", str(user))
        deployer.execute(
            """select xp.grant_xp(%s, 5, 'gift', gen_random_uuid(), '{"from": "canary"}')""",
            [account],
        )
    with deployed.connect("supabase_auth_admin") as auth:
        auth.execute("delete from auth.users where id = %s", [user])
    with deployed.connect("supabase_admin") as admin:
        assert admin.execute(
            "select state::text, player_profile, deleted_at is not null from slots.sessions where session_id = %s",
            [session],
        ).fetchone() == ("Completed", {}, True)
        assert admin.execute(
            "select balance from slots.wallets where wallet_id = %s", [wallet]
        ).fetchone() == (15,)
        assert admin.execute(
            "select metadata from xp.xp_ledger where user_id = %s", [account]
        ).fetchall() == [({},)]
        for books in (
            "slots.reconcile_wallets()",
            f"slots.verify_wallet('{wallet}')",
            "xp.reconcile()",
        ):
            assert admin.execute(f"select * from {books}".encode()).fetchall() == []


def words_left(admin: psycopg.Connection[Any]) -> list[tuple[str, str]]:
    """Return every row of any table of ours or of auth that holds a word of somebody in the story."""
    tables = admin.execute(
        """
        select format('%I.%I', n.nspname, c.relname)
        from pg_class as c
        join pg_namespace as n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc', 'auth')
        """
    ).fetchall()
    return [
        (table, row)
        for (table,) in tables
        for (row,) in admin.execute(
            f"select t::text from {table} as t where t::text ~* 'zq[a-z]+qz'".encode()
        )
    ]


def test_a_sign_up_can_be_deleted_in_every_state_that_a_person_can_be_in(
    deployed: Supabase,
) -> None:
    """Supabase's auth server deletes its row, and that erases the person."""
    with deployed.connect("supabase_admin") as admin:
        for helper in testing.helper_files():
            admin.execute(helper.read_bytes())
        world = World(deployed.server.conninfo(DATABASE), story(), (*BYSTANDERS, *STATES))
        try:
            assert words_left(admin)
            with deployed.connect("supabase_auth_admin") as auth:
                for name in reversed([name for name in STATES if name not in WITHOUT_ACCOUNT]):
                    auth.execute("delete from auth.users where id = %s", [user_id(name)])
                left = auth.execute(
                    "select id from auth.users where id = any (%s)", [[user_id(n) for n in STATES]]
                ).fetchall()
            assert left == []
            for name in WITHOUT_ACCOUNT:
                world.connect("service").execute(
                    "select core.erase_person(%s, 'ticket 7')", [user_id(name)]
                )
            assert words_left(admin) == []
        finally:
            world.close()
            admin.execute("drop schema test cascade")


def test_caller_through_the_authenticator(deployed: Supabase) -> None:
    """What PostgREST does: log in as authenticator, become authenticated, set the claims, call."""
    user = sign_up(deployed, "auth@example.net")
    with deployed.connect("authenticator") as caller:
        act_as(caller, user)
        row = caller.execute(
            "select (sparc.create_character(name => 'Sif', class => 'ranger')).user_id"
        ).fetchone()
        assert row == (user,)
        assert caller.execute("select user_id from sparc.characters").fetchall() == [(user,)]
        act_as(caller, EARLY)
        assert caller.execute("select user_id from sparc.characters").fetchall() == []
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            caller.execute("select email from sparc.users")


def test_feed_is_in_supabases_publication(deployed: Supabase) -> None:
    """Realtime's publication holds the feed, none of ours was made, and its partitions are readable alone."""
    with deployed.connect("supabase_admin") as admin:
        tables = admin.execute(
            "select schemaname || '.' || tablename from pg_publication_tables where pubname = 'supabase_realtime'"
        ).fetchall()
        names = {name for (name,) in tables}
        assert "public.profiles" in names
        assert any(name.startswith("sparc.session_events_p") for name in names)
        assert (
            admin.execute(
                "select 1 from pg_publication where pubname = 'gamekeeper_realtime'"
            ).fetchone()
            is None
        )
        for name in names - {"public.profiles"}:
            assert admin.execute(
                "select has_any_column_privilege('authenticated', %s, 'select')", [name]
            ).fetchone() == (True,)
