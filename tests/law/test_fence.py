"""Every command enters the slot of what it is about, and with a map that says so it is refused (docs/scale.md, "The fence").

The calls of tests/calls.py and of SERVICE are made twice: where every slot lives on another server, and where every slot
lives here, when the lock of the slot shows who entered it. What may be called on any server stands in ANYWHERE with
the reason.
"""

from __future__ import annotations

import json
import re

import psycopg
import pytest
from gamekeeper.shards import LOBBY, ROOMS
from tests.calls import CALLS, At, Call, call, statement
from tests.world import World, become

SERVICE = (
    call("cards.append_events", "service", game_id=At("duel"), expected_index="0", events="[]"),
    call("cards.continue_game", "service", game_id=At("duel")),
    call("cards.forfeit_turn", "service", game_id=At("tricks")),
    call("cards.run_game", "service", game_id=At("duel")),
    call("cards.simulate_game", "service", player_count="2"),
    call("cards.void_game", "service", game_id=At("duel"), reason="a test"),
    call(
        "slots.create_wallet",
        "service",
        currency="AUD",
        daily_limit="10",
        cost_rate="{}",
        owner_id=At("ben"),
    ),
    call(
        "slots.record_result",
        "service",
        session_id=At("spun"),
        action='{"type": "Spin", "amount": 1}',
        result='{"symbols": ["A"], "payout": 1.9}',
    ),
    call("slots.transition", "service", session_id=At("play"), to_state="Initialized"),
    call(
        "slots.wallet_operation",
        "service",
        wallet_id=At("wallet"),
        operation="credit",
        amount="1",
        idempotency_key="w-2",
    ),
    call("sparc.transfer_session", "service", session_id=At("night"), to_user_id=At("ben")),
    call(
        "xp.grant_xp",
        "service",
        user_id=At("account"),
        amount="5",
        reason="QUEST",
        correlation_id=At("receipt"),
    ),
    call("xp.set_segment", "service", user_id=At("account"), segment_key="vip"),
)

# Beside the sample call, which makes a public game.
PRIVATE = call("cards.create_game", "ben", is_public="false")

PURE = "computes from its arguments and from definitions alone"
HERE = "is about all that lives on the server that is asked"
COPY = "brings the copy of a profile to where its player does not live"
TABLES = "is part of policies, which show what is here"
TRUST = (
    "is refused before, to clients that can abort; what it does with others is sparc.decide_roll's"
)
ANYWHERE = {
    "slots.fingerprint": HERE,
    "slots.infer": PURE,
    "slots.house_balances": HERE,
    "slots.reconcile_house": HERE,
    "slots.reconcile_wallets": HERE,
    "slots.refresh_metrics": HERE,
    "slots.reward": PURE,
    "slots.list_rl_datasets": HERE,
    "slots.list_rl_policies": HERE,
    "slots.rl_create_dataset": HERE,
    "slots.rl_create_policy": HERE,
    "slots.rl_drop_dataset": HERE,
    "slots.rl_evaluate": HERE,
    "slots.rl_export_dataset": HERE,
    "slots.rl_spec": PURE,
    "slots.rl_verify_dataset": HERE,
    "slots.session_metrics": HERE,
    "slots.theoretical_profile": PURE,
    "slots.verify_spin": PURE,
    "cards.leaderboard": HERE,
    "cards.legal_moves cards.table_state": PURE,
    "cards.list_player_games": HERE,
    "cards.my_games": HERE,
    "cards.state_document": PURE,
    "cards.upsert_player": COPY,
    "sparc.browse_sessions": HERE,
    "sparc.heroic_save": TRUST,
    "sparc.is_modifier_list": PURE,
    "sparc.judge_roll": PURE,
    "sparc.left_archive_at": TABLES,
    "sparc.left_archive_ids": TABLES,
    "sparc.left_session_at": TABLES,
    "sparc.left_session_ids": TABLES,
    "sparc.may_see_hidden_roll": TABLES,
    "sparc.my_archived_session_ids": TABLES,
    "sparc.my_session_ids": TABLES,
    "sparc.open_user_id": TABLES,
    "sparc.roll_dice": TRUST,
    "sparc.validate_adventure": PURE,
    "xp.claim_stats_rows": HERE,
    "xp.evaluate_streak": PURE,
    "xp.close_season": HERE,
    "xp.leaderboard": HERE,
    "xp.ranks_of": HERE,
    "xp.my_user_id": TABLES,
    "xp.preview": HERE,
    "xp.reconcile": HERE,
    "xp.validate_definition": PURE,
}

# What writes definitions is refused on a shard, about a table and no slot.
DEFINITIONS = {
    "core.set_setting", "slots.create_game", "slots.retire_game",
    "xp.activate_rule", "xp.create_rule", "xp.create_season", "xp.extend_season", "xp.retire_rule", "xp.set_levels",
}  # fmt: skip

# Calls that the world has nothing for, or that a client may not make, are refused behind the fence, and hold no lock to look at.
REFUSED_LATER = {
    "cards.append_events",
    "slots.act_many",
    "sparc.rate_adventure",
    "sparc.verify_roll",
}

# What only reads asks where the slot is, and holds nothing; these are volatile for the clock's or their drawing's sake.
READS = {"cards.verify_game", "sparc.revealed_secrets", "sparc.verify_session", "xp.eligibility"}


def expected_slot(world: World, line: Call) -> str:
    """Return, as SQL, the slot of what a call is about."""
    values = line.values(world)
    if line.function.startswith("sparc."):
        return "0"
    if line.function in LOBBY.keys() | ROOMS and values.get("is_public", "true") == "true":
        return "cards.lobby_slot()"
    for name in ("session_id", "wallet_id", "game_id"):
        if values.get(name) and not line.function.startswith("slots.create_"):
            return f"core.slot_in('{values[name]}')"
    if line.function == "cards.join_game":
        return f"core.slot_of_code('{values['join_code']}')"
    if line.function == "cards.simulate_game":
        return "0"
    if line.caller == "service" and "user_id" in values:
        return f"({values['user_id']} % 1024)"
    person = values.get("owner_id") or world.names.get(line.caller, world.names["ana"])
    return f"core.slot_of('{person}')"


@pytest.fixture(scope="module")
def world(world: World) -> World:
    """The world of tests/law/conftest.py, where every slot is on another server."""
    connection = world.connect("owner")
    connection.execute(
        "select core.set_shard_map(1, 'here', %s, array_fill('there'::text, array[1024]))",
        [json.dumps({"here": "first", "there": "second"})],
    )
    connection.close()
    return world


def set_state(connection: psycopg.Connection, state: str) -> None:
    """Say what this server does with calls about every slot."""
    become(connection, "owner")
    connection.execute("update core.slots set state = %s where state <> %s", [state, state])


def outcome(
    world: World, connection: psycopg.Connection, line: Call
) -> tuple[str | None, int | None]:
    """Make a call, undo it, and return its SQLSTATE with the slot that DETAIL names."""
    become(connection, line.caller)
    connection.execute("savepoint call")
    try:
        connection.execute(statement(line.function, line.arguments), line.values(world))
    except psycopg.Error as error:
        detail = json.loads(error.diag.message_detail or "{}") if error.sqlstate == "KG013" else {}
        return error.sqlstate, detail.get("slot")
    finally:
        connection.execute("rollback to savepoint call")
        connection.execute("release savepoint call")
    return None, None


def entered(world: World, connection: psycopg.Connection, line: Call) -> set[int] | None:
    """Make a call, and return the slots whose locks it held; None where it is refused."""
    become(connection, line.caller)
    connection.execute("savepoint call")
    try:
        connection.execute(statement(line.function, line.arguments), line.values(world))
        rows = connection.execute(
            "select objid::integer from pg_locks where locktype = 'advisory' and classid = 1936486260"
            " and objsubid = 2 and mode = 'ShareLock' and pid = pg_backend_pid()"
        ).fetchall()
    except psycopg.Error:
        return None
    finally:
        connection.execute("rollback to savepoint call")
        connection.execute("release savepoint call")
    return {slot for (slot,) in rows}


def slot_of_call(world: World, connection: psycopg.Connection, line: Call) -> int:
    """Return the slot of what a call is about."""
    become(connection, "owner")
    row = connection.execute(f"select {expected_slot(world, line)}".encode()).fetchone()
    assert row
    return int(row[0])


def may_write(connection: psycopg.Connection, line: Call) -> bool:
    """Tell whether a function may write."""
    row = connection.execute(
        "select provolatile = 'v' and obj_description(oid, 'pg_proc') ~ '\\[repeat: ' from pg_proc"
        " where oid = to_regproc(%s)",
        [line.function],
    ).fetchone()
    return bool(row and row[0])


def name_of(line: Call) -> str:
    """Return the name by which a call is known here."""
    own = line.overload and "." in line.overload[0]
    return f"{line.function} {line.overload[0]}" if own and line.overload else line.function


LINES = [
    line
    for line in (*CALLS, *SERVICE, PRIVATE)
    if not line.function.startswith(("auth.", "core.")) or line.function in DEFINITIONS
]
FENCED = [
    line for line in LINES if name_of(line) not in ANYWHERE and line.function not in DEFINITIONS
]


def faults(world: World, connection: psycopg.Connection, line: Call) -> list[str]:
    """Return what is wrong with the fence of a call."""
    slot = slot_of_call(world, connection, line)
    found = []
    set_state(connection, "elsewhere")
    code, named = outcome(world, connection, line)
    if code != "KG013":
        found.append(f"{line.function} answers {code or 'as ever'} where its slot is elsewhere")
    elif named != slot:
        found.append(f"{line.function} asks for slot {named}, and is about slot {slot}")
    if may_write(connection, line) and line.function not in REFUSED_LATER:
        set_state(connection, "here")
        held = entered(world, connection, line)
        if held != {slot} and line.function not in READS:
            found.append(f"{line.function} holds the slots {held}, and is about slot {slot}")
    return found


def test_every_reason_is_about_a_call() -> None:
    assert {
        name_of(line) for line in LINES
    } >= ANYWHERE.keys() | DEFINITIONS | REFUSED_LATER | READS


@pytest.mark.parametrize("line", FENCED, ids=lambda line: f"{line.function}-{line.caller}")
def test_a_call_enters_the_slot_of_what_it_is_about(
    world: World, teller: psycopg.Connection, line: Call
) -> None:
    assert faults(world, teller, line) == []


@pytest.mark.parametrize(
    "line", [line for line in LINES if name_of(line) in ANYWHERE], ids=lambda line: line.function
)
def test_what_may_be_called_anywhere_is_not_refused(
    world: World, teller: psycopg.Connection, line: Call
) -> None:
    code, _ = outcome(world, teller, line)
    assert code == line.refused


@pytest.mark.parametrize(
    "line", [line for line in LINES if line.function in DEFINITIONS], ids=lambda line: line.function
)
def test_a_definition_is_not_written_on_a_shard(
    world: World, teller: psycopg.Connection, line: Call
) -> None:
    set_state(teller, "here")
    assert outcome(world, teller, line) == ("KG013", None)


def planted(definition: str) -> str:
    """Return a function's definition without its fence."""
    return re.sub(r"core\.(enter|require_slot)\(", "pg_catalog.num_nulls(", definition)


@pytest.mark.parametrize(
    ("function", "called"),
    [
        ("slots.lock_turn", "slots.act"),
        ("slots.lock_session", "slots.rotate_seed"),
        ("slots.wallet_operation", "slots.wallet_operation"),
        ("slots.find_session", "slots.session_status"),
        ("cards.ensure_player", "cards.play_card"),
        ("cards.require_reader", "cards.player_view"),
        ("xp.grant_xp", "xp.grant_xp"),
        ("sparc.enter", "sparc.create_character"),
    ],
)
def test_a_call_that_forgets_its_fence_is_found(
    world: World, teller: psycopg.Connection, function: str, called: str
) -> None:
    row = teller.execute("select pg_get_functiondef(to_regproc(%s))", [function]).fetchone()
    assert row
    assert planted(row[0]) != row[0]
    teller.execute(planted(row[0]).encode())
    for line in FENCED:
        if line.function == called:
            assert faults(world, teller, line)


def test_a_call_that_enters_another_slot_is_found(world: World, teller: psycopg.Connection) -> None:
    row = teller.execute("select pg_get_functiondef(to_regproc('slots.lock_wallet'))").fetchone()
    assert row
    teller.execute(
        re.sub(r"core\.enter\(core\.slot_in\([^)]*\)\)", "core.enter(7)", row[0]).encode()
    )
    (line,) = [line for line in FENCED if line.function == "slots.set_daily_limit"]
    found = faults(world, teller, line)
    assert found
    assert all("slot 7" in fault or "{7}" in fault for fault in found), found
