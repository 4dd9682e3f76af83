"""A call of every function that writes, made to be sent twice, in the world of tests/world.py.

The sample calls of tests/calls.py serve where they can be sent as they are. Here stand the calls of what only the
service may call, and what has to be told first so that a call has something to do. A function that may write and has
neither fails tests/law/test_repeats.py.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import psycopg
from tests.calls import CALLS, At, Call, Value, call, statement
from tests.world import World, become

Rows = dict[str, tuple[int, int]]

SERVICE_CALLS = (
    call(
        "core.erase_person",
        "service",
        person_id="0190a5c0-0000-7000-8000-00000000000a",
        reason="ticket 7",
        idempotency_key="e-1",
    ),
    call(
        "core.erase_persons",
        "service",
        person_ids="{0190a5c0-0000-7000-8000-00000000000b}",
        reason="a restore",
    ),
    call("core.maintain", "service"),
    call("core.maintain_once", "service"),
    call(
        "core.merge_accounts",
        "service",
        from_id="0190a5c0-0000-7000-8000-00000000000c",
        into_id="0190a5c0-0000-7000-8000-00000000000d",
        idempotency_key="m-1",
    ),
    call(
        "core.record_backup",
        "service",
        method="pg_dump",
        started_at="2026-11-01 03:00Z",
        ended_at="2026-11-01 03:10Z",
        label="nightly",
        bytes="1000",
        problem=None,
    ),
    call(
        "core.record_drill",
        "service",
        started_at="2026-11-01 04:00Z",
        restored_to="2026-11-01 03:10Z",
        rpo="5 minutes",
        rto="1 hour",
        checks='[{"name": "ledger", "ok": true, "detail": ""}]',
    ),
    call("core.run_task", "service", task="core.rate_limits", table_name=None),
    call(
        "core.set_shard_map",
        "service",
        version="1",
        here="here",
        addresses='{"here": "first"}',
        map="{" + ",".join(["here"] * 1024) + "}",
    ),
    call(
        "slots.record_result",
        "service",
        session_id=At("observed"),
        action=At("observed_action"),
        result=At("observed_result"),
        idempotency_key="o-1",
    ),
    call("slots.reseed_all", "service", reason="a restore"),
    call("slots.reseed_batch", "service", sessions="1000"),
    call(
        "slots.reverse",
        "service",
        wallet_id=At("wallet"),
        entry_no="3",
        reason="provider_void",
        idempotency_key="r-1",
        reference="case 7",
    ),
    call("slots.rl_sample", "service", batch_size="4", seed="1", strategy="prioritised"),
    call("slots.rl_update_priorities", "service", ids="{0,1}", priorities="{2,3}"),
    call("slots.shut_play", "service", reason="a restore"),
    call("slots.upkeep_sessions", "service"),
    call("slots.upkeep_reports", "service"),
    call(
        "cards.append_events",
        "service",
        game_id=At("copied"),
        expected_index=At("copied_next"),
        events=At("copied_events"),
    ),
    call("cards.due_games", "service"),
    call("cards.expire_turns", "service"),
    call("cards.import_game", "service", events=At("log"), idempotency_key="i-1"),
    call("cards.rebuild_careers", "service"),
    call("cards.rebuild_lifetime_stats", "service"),
    call("cards.rebuild_results", "service"),
    call("cards.rebuild_statistics", "service"),
    call("cards.run_game", "service", game_id=At("waiting_duel")),
    call("cards.run_turns", "service", seconds="0"),
    call(
        "cards.simulate_game",
        "service",
        player_count="2",
        session_seed="a seed",
        idempotency_key="p-1",
    ),
    call("cards.void_game", "service", game_id=At("hurt"), reason="a restore"),
    call("sparc.apply_waiting_tallies", "service"),
    call("sparc.archive_sessions", "service"),
    call("sparc.cancel_abandoned_sessions", "service"),
    call("sparc.open_event_partitions", "service"),
    call("sparc.reseed_all", "service", reason="a restore"),
    call("sparc.reseed_batch", "service", reason="a restore"),
    call("sparc.throw_overdue_rolls", "service"),
    call(
        "xp.claim_for",
        "service",
        user_id=At("account"),
        policy_key="daily",
        correlation_id="0190a5c0-0000-7000-8000-000000000003",
    ),
    call(
        "xp.grant_freeze",
        "service",
        user_id=At("account"),
        count="1",
        reason="A_GIFT",
        correlation_id="0190a5c0-0000-7000-8000-000000000004",
        streak_key=None,
    ),
    call(
        "xp.repair_streak",
        "service",
        days="{2026-03-01}",
        reason="OUTAGE",
        correlation_id="0190a5c0-0000-7000-8000-000000000005",
        user_id=None,
        segment_key=None,
    ),
    call(
        "xp.grant_xp",
        "service",
        user_id=At("account"),
        amount="50",
        reason="A_GIFT",
        correlation_id="0190a5c0-0000-7000-8000-000000000001",
        metadata="{}",
        kind="grant",
        season_id=None,
    ),
    call("xp.hide_entry", "service", season_id="spring", user_id=At("account"), reason="A_CHEAT"),
    call("xp.lift_timezone_wait", "service", user_id=At("account"), reason="SUPPORT"),
    call("xp.rebuild_balances", "service"),
    call("xp.rebuild_batch", "service"),
    call("xp.rebuild_books", "service"),
    call("xp.rebuild_boards", "service"),
    call("xp.rebuild_scores", "service"),
    call("xp.recount_board", "service"),
    call("xp.rebuild_streaks", "service"),
    call("xp.set_segment", "service", user_id=At("account"), segment_key="new"),
    call("xp.show_entry", "service", season_id="spring", user_id=At("account")),
)


@dataclass(frozen=True)
class Before:
    """What is told before a function is called, and what is different from its sample call."""

    story: str = ""
    caller: str | None = None
    arguments: Mapping[str, Value] = field(default_factory=dict)


DUEL = """
ana: select game_id as {0}, join_code as {0}_code from cards.create_game('{{"maxPlayers": 2}}')
ben: select from cards.join_game(:{0}_code)
ana: select cards.start_game(:{0})
"""
LOBBY = """
ana: select game_id as {0}, join_code as {0}_code from cards.create_game('{{"maxPlayers": 4}}')
ben: select from cards.join_game(:{0}_code)
"""

BEFORE: Mapping[str, Before] = {
    "core.close_account": Before(caller="operator"),
    "core.reopen_account": Before("operator: select from core.close_account()", caller="operator"),
    # a game that always pays, for two worlds draw differently
    "slots.act_many": Before(
        """
service: select game_id as steady from slots.create_game('Steady letters',
  '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.9}}}')
ana: select session_id as many from slots.create_session(:steady, '{}', :wallet, 'luck')
""",
        caller="service",
        arguments={
            "session_id": At("many"),
            "actions": '[{"type": "Spin", "amount": 1}, {"type": "CashOut"}]',
            "idempotency_key": "m-1",
        },
    ),
    "slots.record_result": Before("""
ana: select session_id as observed from slots.create_session(:reel, '{}', :wallet, 'luck')
owner: select '{"type": "Spin", "amount": 1}' as observed_action,
  '{"symbols": ["A"], "payout": 1.9}' as observed_result
"""),
    "slots.rotate_seed": Before(
        "ana: select session_id as turned from slots.create_session(:reel, '{}', :wallet, 'luck')",
        arguments={"session_id": At("turned")},
    ),
    "slots.transition": Before(
        "ana: select session_id as moved from slots.create_session(:reel, '{}', :wallet, 'luck')",
        arguments={"session_id": At("moved"), "to_state": "Probing"},
    ),
    "cards.append_events": Before("""
owner: select jsonb_agg(e.document order by e.event_index) filter (where e.event_index <= 10)::text as copied_start,
  jsonb_agg(e.document order by e.event_index) filter (where e.event_index between 11 and 12)::text as copied_events,
  11 as copied_next
  from (select g.event_index, jsonb_build_object('type', g.type, 'payload', g.payload) as document
    from cards.game_events as g where g.game_id = :over) as e
service: select cards.import_game(:copied_start) as copied
"""),
    "cards.continue_game": Before(DUEL.format("dealt"), arguments={"game_id": At("dealt")}),
    "cards.forfeit_turn": Before(
        DUEL.format("given")
        + "ana: select cards.continue_game(:given)\n"
        + "owner: select (s.state).next_index as given_next from cards.game_states as s where s.game_id = :given",
        arguments={"game_id": At("given"), "expected_index": At("given_next")},
    ),
    "cards.import_game": Before(
        """
service: select cards.simulate_game(2, 'a log') as played
owner: select jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.event_index)::text as log
  from cards.game_events as e where e.game_id = :played
"""
    ),
    "cards.kick_player": Before(LOBBY.format("strict"), arguments={"game_id": At("strict")}),
    "cards.leave_game": Before(LOBBY.format("left"), arguments={"game_id": At("left")}),
    "cards.void_game": Before(DUEL.format("hurt")),
    "cards.run_game": Before(DUEL.format("waiting_duel")),
    "cards.set_ready": Before(LOBBY.format("eager"), arguments={"game_id": At("eager")}),
    "sparc.pause_session": Before(arguments={"session_id": At("rest")}),
    "sparc.accept_session": Before(
        "sam: select from sparc.transfer_session(:dusk, :eve)",
        caller="eve",
        arguments={"session_id": At("dusk")},
    ),
    "sparc.declare_heroic_save": Before(  # the roll was lost when the world was made, on a busy machine long ago
        "service: select from core.set_setting('sparc.heroic_save_seconds', '86400')",
        arguments={"idempotency_key": "h-1"},
    ),
    "sparc.throw_roll": Before(
        "ana: select id as declared from sparc.declare_roll(:night, :hero, 'might', 9)",
        arguments={"roll_id": At("declared")},
    ),
    "sparc.rate_adventure": Before("sam: select from sparc.end_session(:fight)", caller="ben"),
    "sparc.roll_dice": Before(
        "service: select from core.set_setting('core.clients_can_abort', 'false')"
    ),
    "sparc.heroic_save": Before(
        """
sam: select from sparc.end_encounter(:night)
ana: select id as missed from sparc.roll_dice(:night, :hero, 'might', 18, modifiers => '[{"type": "flat", "value": -100}]')
""",
        arguments={"original_roll_id": At("missed")},
    ),
    "sparc.verify_roll": Before(caller="sam"),
    "slots.reseed_batch": Before(
        "service: select slots.reseed_batch(1000)\n" * 9,
    ),
    # What a first run saw is settled by the next one, whatever transactions of other tests still go on.
    "core.maintain_once": Before(
        """
service: select from core.maintain_once()
owner: update xp.xp_roll_up set seen_before = '3'
service: select from core.maintain_once()
""",
    ),
    "xp.close_season": Before(
        """
owner: select from xp.create_season('over', '2026-01-01', '2026-01-31', 'over', '[{"fromRank": 1, "toRank": 3, "xp": 10}]')
owner: insert into xp.xp_ledger (user_id, amount, reason, correlation_id, policy_key, policy_version, side_seasons)
  select :account, 5, 'EVENT', gen_random_uuid(), 'GRANT', 0, '{over}'
owner: update xp.xp_roll_up set settled_at = 'infinity', seen_at = 'infinity' where task = 'xp.boards'
""",
        arguments={"season_id": "over"},
    ),
    "xp.claim": Before(
        "eve: select from xp.register_user(auth.uid()::text, 'Europe/Brussels')",
        caller="eve",
        arguments={"correlation_id": "0190a5c0-0000-7000-8000-000000000002"},
    ),
}

# What others still need is called after them, in this order.
LAST = (
    "sparc.rate_adventure",
    "sparc.roll_dice",
    "sparc.heroic_save",
    "sparc.kick_player",
    "sparc.leave_session",
    "sparc.pause_session",
    "sparc.end_session",
    "sparc.verify_roll",
    "xp.retire_rule",
    "slots.shut_play",
    "slots.reseed_batch",
    "slots.reseed_all",
    "sparc.reseed_batch",
    "sparc.reseed_all",
    "core.maintain_once",
    "core.maintain",
    "core.set_shard_map",
)


# When something was last looked at, or how often it was called: every call may move that.
MARKS = {
    "core.rate_limits",
    "core.maintenance_steps",
    "core.partitioned_tables",
    "core.upkeep_tasks",
    "xp.xp_roll_up",
}


@dataclass(frozen=True)
class MovedOn:
    """What may differ when a call is repeated, and the words of its comment that say so.

    The answer's columns, and the tables; * is any table.
    """

    comment: str
    answer: frozenset[str] = frozenset()
    tables: frozenset[str] = frozenset()


MOVED_ON: Mapping[str, MovedOn] = {
    "cards.expire_turns": MovedOn("how many", frozenset({"expire_turns"})),
    "cards.run_game": MovedOn("whether it moved", frozenset({"run_game"})),
    "core.run_task": MovedOn(
        "nothing if another run is at it", frozenset({"ok", "detail", "is_waiting"})
    ),
    "core.erase_persons": MovedOn("how many those were", frozenset({"erase_persons"})),
    "core.maintain_once": MovedOn("how each went", frozenset({"detail"})),
    "slots.reseed_all": MovedOn("gives new seeds again", tables=frozenset({"*"})),
    "sparc.reseed_all": MovedOn("gives new secrets again", tables=frozenset({"*"})),
    "sparc.reseed_batch": MovedOn(
        "0 when none is left",
        frozenset({"reseed_batch"}),
        frozenset({"sparc.reseeds", "core.audit_log"}),
    ),
    "slots.upkeep_reports": MovedOn(
        "since its last run", frozenset({"upkeep_reports"}), frozenset({"slots.symbol_rollups"})
    ),
    "slots.refresh_metrics": MovedOn(
        "since the last run", tables=frozenset({"slots.symbol_rollups"})
    ),
    "slots.rotate_seed": MovedOn("whoever repeats the call", frozenset({"server_seed"})),
    "xp.claim": MovedOn("ALREADY_CLAIMED", frozenset({"status"})),
}


@dataclass(frozen=True)
class Writer:
    """A function or procedure that may write and is called from outside, as the catalog has it."""

    name: str
    is_procedure: bool
    comment: str


def writers(connection: psycopg.Connection) -> list[Writer]:
    """Return what a client role may execute and may write, but for what only other functions call."""
    rows = connection.execute(
        """
        select format('%s.%s', n.nspname, p.proname), p.prokind = 'p', coalesce(obj_description(p.oid, 'pg_proc'), '')
        from pg_proc as p
        join pg_namespace as n on n.oid = p.pronamespace
        where n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')
          and p.provolatile = 'v'
          and p.prorettype <> 'trigger'::regtype
          and exists (
            select from unnest('{anon, authenticated, service_role}'::text[]) as r (role)
            where has_function_privilege(r.role, p.oid, 'execute')
          )
          and coalesce(obj_description(p.oid, 'pg_proc'), '') !~ '\\[helper\\]'
        order by 1
        """
    ).fetchall()
    return [Writer(name, is_procedure, comment) for name, is_procedure, comment in rows]


def repeat_of(name: str) -> Call | None:
    """Return the call that is sent twice; None where there is none."""
    lines = [line for line in (*CALLS, *SERVICE_CALLS) if line.function == name]
    if not lines:
        return None
    sample, before = lines[0], BEFORE.get(name, Before())
    return Call(
        sample.function,
        before.caller or sample.caller,
        {**sample.arguments, **before.arguments},
    )


def in_order(found: list[Writer]) -> list[Writer]:
    """Return writers in the order in which the world can bear them."""
    return sorted(
        found,
        key=lambda writer: (
            LAST.index(writer.name) if writer.name in LAST else -1,
            writer.name,
        ),
    )


def table_names(connection: psycopg.Connection) -> list[str]:
    """Return the tables of all systems, partitioned ones as one."""
    return [
        name
        for (name,) in connection.execute(
            """
            select c.oid::regclass::text
            from pg_class as c
            join pg_namespace as n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and not c.relispartition and n.nspname in ('core', 'slots', 'cards', 'xp', 'sparc')
            order by 1
            """
        )
    ]


def rows(connection: psycopg.Connection) -> Rows:
    """Return of every table how many rows it has, and a digest of what is in them.

    Left out are the columns that say when a row was last changed, and when somebody last was in a room.
    """
    query = " union all ".join(
        f"select '{name}', count(*), coalesce(sum(hashtextextended("
        "(to_jsonb(t) - '{updated_at, rolled_up_at, acted_at, host_since, room_deadline}'::text[])::text, 0)::numeric), 0)"
        f" from {name} as t"
        for name in table_names(connection)
    )
    return {name: (count, digest) for name, count, digest in connection.execute(query.encode())}


def answer(
    connection: psycopg.Connection, writer: Writer, line: Call, world: World
) -> list[dict[str, object]]:
    """Call a function, or a procedure, and return the rows of its answer."""
    query, values = statement(line.function, line.arguments), line.values(world)
    become(connection, line.caller)
    if writer.is_procedure:
        called = query.as_string(connection).replace("select * from", "call", 1)
        connection.execute(called.encode(), values)
        return []
    with connection.transaction():
        cursor = connection.execute(query, values)
        names = [column.name for column in cursor.description or ()]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
