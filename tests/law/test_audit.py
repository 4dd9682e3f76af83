"""What operators and the service do is on the record: in core.audit_log with before and after, or in a ledger with its actor.

Every function that may write is called as an operator and as the service, in a transaction of its own that is rolled
back. Where an operator gets no more than any stranger would, it is no act of an operator.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import psycopg
import pytest
from tests.calls import At, Call, Value, call, statement
from tests.repeats import BEFORE, MARKS, Before, Writer, in_order, repeat_of, writers
from tests.world import World, become, user_id

# Where acts are recorded, and what has to be true of a row that names the caller.
LEDGERS = {
    "core.audit_log": """actor is not distinct from %(actor)s and actor_role = %(role)s
        and (before is null) = (operation = 'INSERT') and (after is null) = (operation = 'DELETE')""",
    "slots.wallet_entries": "actor is not distinct from %(actor)s and by_service = (%(role)s = 'service_role')",
    "xp.xp_ledger": "actor = coalesce(%(actor)s::text, %(role)s)",
    "xp.xp_streak_entries": "actor = coalesce(%(actor)s::text, %(role)s)",
}

# What the owner does first, in the same transaction, so that the sample call has something to do.
PREPARED: Mapping[str, str] = {
    "slots.reseed_batch": "select slots.shut_play('a restore')",
    "xp.show_entry": "select xp.hide_entry('spring', :account, 'A_CHEAT')",
}
# Another account than the one that has claimed today.
STORIES: Mapping[str, str] = {
    "xp.claim_for": "sam: select user_id as sam_account from xp.register_user(auth.uid()::text, 'Europe/Brussels')",
}
ARGUMENTS: Mapping[str, Mapping[str, Value]] = {
    "core.set_setting": {"value": "5"},
    "slots.create_wallet": {"owner_id": At("ana"), "idempotency_key": "for-ana"},
    "slots.set_limit": {"owner_id": At("ana")},
    "xp.claim_for": {"user_id": At("sam_account")},
}

PLAYS = "The service passes on what a player asked; the log's row stands under the player, and money names its actor."
FOLLOWS = "Folds a history anew; what it changes follows from rows that are on the record."
CLOCK = "The clock decides, and the task's row says when it ran."
LEARNS = "Working state of a learner: no game, no money, no person."
BATCHES = "Commits after each batch, which is a call of a function that this law judges."
EXCEPTIONS: Mapping[str, str] = {
    "slots.create_session": PLAYS,
    "slots.record_metric": PLAYS,
    "slots.rotate_seed": PLAYS,
    "slots.transition": PLAYS,
    "cards.continue_game": PLAYS,
    "cards.forfeit_turn": PLAYS,
    "cards.append_events": "The rows that it appends to the log are the act, and each names its player.",
    "cards.simulate_game": "A game of bots among themselves.",
    "cards.rebuild_careers": FOLLOWS,
    "cards.rebuild_lifetime_stats": FOLLOWS,
    "cards.rebuild_results": FOLLOWS,
    "cards.rebuild_statistics": FOLLOWS,
    "slots.refresh_metrics": FOLLOWS,
    "slots.upkeep_reports": FOLLOWS,
    "sparc.apply_waiting_tallies": FOLLOWS,
    "xp.rebuild_balances": FOLLOWS,
    "xp.rebuild_batch": FOLLOWS,
    "xp.rebuild_boards": FOLLOWS,
    "xp.rebuild_scores": FOLLOWS,
    "xp.recount_board": FOLLOWS,
    "xp.rebuild_books": FOLLOWS,
    "xp.rebuild_streaks": FOLLOWS,
    "cards.due_games": CLOCK,
    "cards.expire_turns": CLOCK,
    "cards.run_game": CLOCK,
    "cards.run_turns": CLOCK,
    "core.maintain": CLOCK,
    "core.maintain_once": CLOCK,
    "core.run_task": CLOCK,
    "slots.upkeep_sessions": CLOCK,
    "sparc.archive_sessions": CLOCK,
    "sparc.cancel_abandoned_sessions": CLOCK,
    "sparc.open_event_partitions": CLOCK,
    "sparc.throw_overdue_rolls": CLOCK,
    "slots.rl_sample": LEARNS,
    "slots.rl_update_priorities": LEARNS,
    "slots.reseed_all": BATCHES,
    "sparc.reseed_all": BATCHES,
    "xp.preview": "Reads; it is volatile for its temporary state alone.",
}

Counts = dict[str, int]


@pytest.fixture(scope="module")
def told(world: World) -> World:
    """The world, in which everything that a function is called about has been told."""
    connection = world.connect("owner")
    for writer in in_order(writers(connection)):
        before = BEFORE.get(writer.name, Before())
        story = STORIES.get(writer.name, before.story)
        # An operator whose account is closed would be no operator; sessions whose seeds are new need no new ones.
        if story and writer.name not in {"core.reopen_account", "slots.reseed_batch"}:
            world.tell(story)
    return world


def writes(connection: psycopg.Connection) -> Counts:
    """Return how many rows of each table this session wrote that the statistics don't have yet."""
    return dict(
        connection.execute(
            """
            select coalesce(pg_partition_root(s.relid::regclass), s.relid::regclass)::text,
              sum(s.n_tup_ins + s.n_tup_upd + s.n_tup_del)::integer
            from pg_stat_xact_user_tables as s
            where s.schemaname in ('core', 'slots', 'cards', 'xp', 'sparc')
            group by 1
            """
        ).fetchall()
    )


def recorded(connection: psycopg.Connection, who: str, since: int) -> list[str]:
    """Return the ledgers in which this transaction left a row that names the caller."""
    values = {
        "actor": None if who == "service" else user_id(who),
        "role": "service_role" if who == "service" else "authenticated",
        "since": since,
    }
    return [
        table
        for table, condition in LEDGERS.items()
        if connection.execute(
            f"select from {table} where xmin::text::bigint > %(since)s and {condition} limit 1".encode(),
            values,
        ).rowcount
    ]


def outcome(
    connection: psycopg.Connection, line: Call, who: str, world: World, planted: str = ""
) -> str:
    """Call a function as somebody, undo it, and say what came of it.

    refused, nothing (it wrote nothing), recorded, or silent (it wrote, and no ledger names the caller).
    """
    with connection.transaction(force_rollback=True):
        for first in (planted, world.filled(PREPARED.get(line.function, ""))):
            if first:
                connection.execute(first.encode())
        (since,) = connection.execute("select pg_current_xact_id()::text::bigint").fetchone() or (
            0,
        )
        before = writes(connection)
        become(connection, who)
        try:
            with connection.transaction():
                connection.execute(statement(line.function, line.arguments), line.values(world))
        except psycopg.Error:
            return "refused"
        finally:
            become(connection, "owner")
        written = {
            table
            for table, count in writes(connection).items()
            if count > before.get(table, 0) and table not in MARKS
        }
        if recorded(connection, who, since):
            return "recorded"
        return "silent" if written else "nothing"


def judged(
    connection: psycopg.Connection, writer: Writer, world: World, planted: str = ""
) -> list[str]:
    """Return what is wrong with what a function leaves on the record."""
    line = repeat_of(writer.name)
    if writer.name in EXCEPTIONS or line is None:
        return [] if line else [f"{writer.name}: add a call to tests/repeats.py"]
    line = Call(line.function, line.caller, {**line.arguments, **ARGUMENTS.get(writer.name, {})})
    is_for_clients = "[client]" in writer.comment
    found = {who: outcome(connection, line, who, world, planted) for who in ("operator", "service")}
    if is_for_clients and outcome(connection, line, "zoe", world, planted) != "refused":
        found.pop("operator")
    wrong = [
        f"{writer.name}: what the {who} does is in no ledger"
        for who, what in found.items()
        if what == "silent"
    ]
    if not is_for_clients and "recorded" not in found.values() and not wrong:
        wrong.append(
            f"{writer.name}: the call does nothing ({found}); add one that does, or a reason"
        )
    return wrong


def test_every_act_of_operators_and_of_the_service_is_on_the_record(told: World) -> None:
    connection = told.connect("owner")
    found = writers(connection)
    few = 70
    assert len(found) > few
    wrong = [problem for writer in found for problem in judged(connection, writer, told)]
    assert not wrong, "\n".join(wrong)


def test_no_exception_is_without_its_function(told: World) -> None:
    names = {writer.name for writer in writers(told.connect("owner"))}
    assert set(EXCEPTIONS) <= names
    assert {*STORIES, *PREPARED, *ARGUMENTS} <= names - set(EXCEPTIONS)


BREACHES = {
    "slots.retire_game": "drop trigger audit on slots.games",
    "core.set_setting": "drop trigger audit on core.settings",
    "xp.set_segment": "drop trigger audit_update on xp.xp_users",
    "core.record_backup": "drop trigger audit on core.backups",
    "cards.void_game": """create or replace function core.note_act(table_name text, before jsonb, after jsonb)
        returns void language sql as 'select'""",
    "core.erase_person": """create or replace function core.audit_nobody() returns trigger language plpgsql
        as $$ begin new.actor_role := 'nobody'; return new; end $$;
        create trigger nobody before insert on core.audit_log for each row execute function core.audit_nobody()""",
    "xp.grant_xp": """create function xp.nobody() returns trigger language plpgsql
        as $$ begin new.actor := null; return new; end $$;
        create trigger nobody before insert on xp.xp_ledger for each row execute function xp.nobody()""",
    "slots.wallet_operation": """create function slots.nobody() returns trigger language plpgsql
        as $$ begin new.by_service := false; return new; end $$;
        create trigger nobody before insert on slots.wallet_entries for each row execute function slots.nobody()""",
}


@pytest.mark.parametrize("name", BREACHES)
def test_an_act_that_is_not_recorded_is_seen(told: World, name: str) -> None:
    connection = told.connect("owner")
    (writer,) = [writer for writer in writers(connection) if writer.name == name]
    assert judged(connection, writer, told) == []
    wrong = judged(connection, writer, told, BREACHES[name])
    assert wrong
    assert all(problem.startswith(f"{name}: what the ") for problem in wrong)


def test_a_new_function_that_records_nothing_is_seen(
    told: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    connection = told.connect("owner")
    planted = """
        create table core.quiet_notes (id integer);
        create function core.quiet() returns void language sql security definer as 'insert into core.quiet_notes values (1)';
        revoke all on function core.quiet() from public;
        grant execute on function core.quiet() to service_role;
        """
    monkeypatch.setattr("tests.law.test_audit.repeat_of", lambda name: call(name, "service"))
    writer = Writer("core.quiet", is_procedure=False, comment="Quiet. [service] [repeat: natural]")
    assert judged(connection, writer, told, planted) == [
        "core.quiet: what the service does is in no ledger"
    ]


# Direct writes -----------------------------------------------------------------------------------


def unrecorded(connection: psycopg.Connection) -> list[str]:
    """Return the tables that the service may write past the functions without a record of it."""
    return [
        f"{table}: {operation}"
        for table, operation in connection.execute(
            """
            select c.oid::regclass::text, o.operation
            from pg_class as c, (values ('INSERT', 4), ('DELETE', 8), ('UPDATE', 16)) as o (operation, bit)
            where c.relnamespace::regnamespace::text in ('core', 'slots', 'cards', 'xp', 'sparc')
              and c.relkind in ('r', 'p') and not c.relispartition
              and (has_table_privilege('service_role', c.oid, o.operation)
                or o.operation <> 'DELETE' and has_any_column_privilege('service_role', c.oid, o.operation))
              and not exists (
                select from pg_trigger as t
                where t.tgrelid = c.oid and t.tgfoid = 'core.audit()'::regprocedure and t.tgtype & (o.bit | 1) = o.bit | 1
                  and (t.tgqual is null or pg_get_triggerdef(t.oid) like '%WHEN ((CURRENT_USER = ''service_role''::name))%'
                    or o.operation = 'DELETE' and c.oid = 'sparc.sessions'::regclass)
              )
            order by 1, 2
            """
        )
    ]


def personal(connection: psycopg.Connection) -> list[str]:
    """Return the columns of people, and secrets, that a trigger writes into the audit log."""
    return [
        f"{table}.{column}"
        for table, column in connection.execute(
            """
            select c.oid::regclass::text, a.attname
            from pg_trigger as t
            join pg_class as c on c.oid = t.tgrelid
            join pg_attribute as a on a.attrelid = c.oid and a.attnum > 0
            where t.tgfoid = 'core.audit()'::regprocedure and not c.relispartition
              and col_description(c.oid, a.attnum) ~ '\\[(personal|secret)\\]$'
              and a.attname <> all (string_to_array(encode(t.tgargs, 'escape'), '\\000'))
            order by 1, 2
            """
        )
    ]


def test_what_the_service_writes_past_the_functions_is_on_the_record(
    owner: psycopg.Connection,
) -> None:
    assert unrecorded(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute("drop trigger audit on sparc.dice_rolls")
        owner.execute("grant delete on slots.wallets to service_role")
        assert unrecorded(owner) == ["slots.wallets: DELETE", "sparc.dice_rolls: INSERT"]


def test_the_audit_log_holds_nothing_of_people(owner: psycopg.Connection) -> None:
    assert personal(owner) == []
    with owner.transaction(force_rollback=True):
        owner.execute(
            "create trigger planted after update on cards.games for each row execute function core.audit('config')"
        )
        assert personal(owner) == ["cards.games.session_seed"]


@pytest.fixture
def service(told: World) -> Iterator[psycopg.Connection]:
    """A connection of the service whose transaction is rolled back."""
    connection = told.connect("service", autocommit=False)
    yield connection
    connection.rollback()
    connection.close()


def test_the_service_changes_a_profile_and_the_log_does_not_say_the_name(
    told: World, service: psycopg.Connection
) -> None:
    service.execute(
        "update sparc.users set display_name = 'Canary', is_verified = true where id = %s",
        [told.names["ana"]],
    )
    service.execute("select sparc.transfer_session(%(night)s, %(ben)s)", told.names)
    become(service, "owner")
    rows = service.execute(
        "select table_name, operation, before, after, actor_role from core.audit_log where xmin = pg_current_xact_id()::xid order by entry_id"
    ).fetchall()
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("sparc.users", "UPDATE", "service_role"),
        ("sparc.sessions", "UPDATE", "service_role"),
    ]
    assert (rows[0][2]["is_verified"], rows[0][3]["is_verified"]) == (False, True)
    assert not {"display_name", "email", "bio", "avatar_url"} & {*rows[0][2], *rows[0][3]}
    assert rows[1][2] == {"id": told.names["night"], "seer_id": told.names["sam"]}
    assert rows[1][3] == {"id": told.names["night"], "seer_id": told.names["ben"]}
