"""Who may do what in core and slots: every table, view and function x every kind of caller.

The expectations below are compared with the catalog first, so that a new table or function without one fails. A cell
is one word per caller, in the order of CALLERS:

    y  it works (rows are seen)     .  nothing is seen
    x  refused: privilege (42501)   digits: refused with SQLSTATE KG<digits>, or another SQLSTATE
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest
from tests.access.matrix import outcomes

Connect = Callable[..., psycopg.Connection]

# ann has a wallet, a session and experiences; bob plays elsewhere.
CALLERS = ("anon", "ann", "bob", "operator", "service", "monitor")

GAME, WALLET, SESSION, OPEN, ENTRY = (
    f"(select {name} from scene)"
    for name in ("game_id", "wallet_id", "session_id", "open_id", "entry_no")
)
EMPTY = "(select empty_id from scene)"
ANN = "test.user('ann')"
FULL_MAP = "array_fill('here'::text, array[1024])"

# What each caller sees: the rows are ann's, or belong to nobody. A seed that was revealed shows from the next transaction on.
RELATIONS = {
    "core.audit_log": "x . . y y x",
    "core.backups": "x x x x x x",
    "core.closed_persons": "x x x x y x",
    "core.definitions": "x x x x x x",
    "core.erasures": "x x x x x x",
    "core.errors": "y y y y y x",
    "core.health_checks": "x x x x x x",
    "core.partitioned_tables": "x x x x x x",
    "core.partitions": "x x x x x x",
    "core.person_hooks": "x x x x x x",
    "core.rate_limits": "x x x x x x",
    "core.request_keys": "x x x x x x",
    "core.restore_drills": "x x x x x x",
    "core.scheduled_calls": "x x x x x x",
    "core.settings": "x . . y y x",
    "core.shard_map": "x x x x x x",
    "core.shards": "x x x x x x",
    "core.slots": "x x x x x x",
    "core.upkeep_tasks": "x x x x x x",
    "core.slot_moves": "x x x x x x",
    "slots.rl_dataset_episodes": "x x x x x x",
    "slots.rl_dataset_names": "x x x x x x",
    "slots.rl_dataset_steps": "x x x x x x",
    "slots.rl_datasets": "x x x x x x",
    "slots.rl_dropped_datasets": "x x x x x x",
    "slots.rl_policies": "x x x x x x",
    "slots.rl_policy_names": "x x x x x x",
    "slots.accounts": "x y . . y x",
    "slots.action_keys": "x x x x x x",
    "slots.exclusions": "x y . . y x",
    "slots.full_rl_blocks": "x x x x x x",
    "slots.game_programs": "x x x x x x",
    "slots.game_returns": "x x x x x x",
    "slots.game_rollups": "x x x x x x",
    "slots.gameplay_events": "x y . . y x",
    "slots.games": "y y y y y x",
    "slots.house_accounts": "x x x x x x",
    "slots.limits": "x y . . y x",
    "slots.metrics": "x y . . y x",
    "slots.reseeds": "x x x x x x",
    "slots.revealed_seeds": "x . . . y x",
    "slots.rl_blocks": "x x x x x x",
    "slots.rl_exponents": "x x x x x x",
    "slots.rl_greatest_priority": "x x x x x x",
    "slots.rl_priorities": "x x x x x x",
    "slots.rl_store": "x y . . y x",
    "slots.rl_trees": "x x x x x x",
    "slots.server_seeds": "x x x x x x",
    "slots.session_metrics_latest": "x x x x x x",
    "slots.session_rollups": "x x x x x x",
    "slots.sessions": "x y . . y x",
    "slots.slots_stats": "x x x x y y",
    "slots.symbol_rollups": "x x x x x x",
    "slots.wallet_entries": "x y . . y x",
    "slots.wallets": "x y . . y x",
}

CALLS: dict[str, tuple[str, str]] = {
    "core.close_account": ("core.close_account()", "x y y y 002 x"),
    "core.current_shard_map": ("core.current_shard_map()", ". . . . . x"),
    "core.erase_person": (f"core.erase_person({ANN}, 'ticket 7')", "x x x x y x"),
    "core.erase_persons": (f"core.erase_persons(array[{ANN}], 'a restore')", "x x x x y x"),
    "core.export_my_data": ("core.export_my_data('slots')", "x y . . 002 x"),
    "core.export_person": (f"core.export_person({ANN}, 'slots')", "x x x x y x"),
    "core.health": ("core.health()", "x 003 003 y y y"),
    "core.is_display_name": ("core.is_display_name('Ann')", "x y y y y x"),
    "core.is_operator": ("core.is_operator()", "x y y y y x"),
    "core.is_service": ("core.is_service()", "x y y y y x"),
    "core.is_trusted": ("core.is_trusted()", "x y y y y x"),
    "core.maintain_once": ("core.maintain_once()", "x x x x y x"),
    "core.maintenance_steps": ("core.maintenance_steps()", "x x x x y x"),
    "core.merge_accounts": ("core.merge_accounts(test.user('old'), test.user('new'))", "x x x x y x"),
    "core.now_utc": ("core.now_utc()", "y y y y y y"),
    "core.partition_gauges": ("core.partition_gauges()", "x x x x y y"),
    "core.raise": ("core.raise('NOT_FOUND')", "x x x x 004 x"),
    "core.raise_error": ("core.raise_error('KG004', 404, 'a', '{}', 'b')", "x x x x 004 x"),
    "core.record_backup": ("core.record_backup('pg_dump', now() - interval '1 hour', now(), 'nightly')", "x x x x y x"),
    "core.record_drill": ("""core.record_drill(now(), now(), '1 hour', '1 hour', '[{"name": "a", "ok": true, "detail": ""}]')""", "x x x x y x"),
    "core.reopen_account": ("core.reopen_account()", "x y y y 002 x"),
    "core.run_task": ("core.run_task('core.rate_limits')", "x x x x y x"),
    "core.session_role": ("core.session_role()", "x y y y y x"),
    "core.set_setting": ("core.set_setting('slots.metrics_per_session', '5')", "x 003 003 y y x"),
    "core.set_setting of the service": ("core.set_setting('slots.max_rtp', '2')", "x 003 003 003 y x"),
    "core.set_shard_map": (f"""core.set_shard_map(1, 'here', '{{"here": "first"}}', {FULL_MAP})""", "x x x x y x"),
    "core.statement_gauges": ("core.statement_gauges()", "x x x x . ."),
    "core.task_gauges": ("core.task_gauges()", "x x x x y y"),
    "core.user_id": ("core.user_id()", "x y y y y x"),
    "core.uuid_v7": ("core.uuid_v7(7)", "x y y y y x"),
    "core.version": ("core.version()", "y y y y y x"),
    "slots.act": (f"""slots.act({OPEN}, '{{"type": "PlaceBet", "amount": 1}}')""", "x y 004 004 y x"),
    "slots.act_many": (f"""slots.act_many({OPEN}, '[{{"type": "PlaceBet", "amount": 1}}]')""", "x 009 004 004 y x"),
    "slots.activity_statement": ("slots.activity_statement('2026-01-01', '2026-12-31')", "x y . . 002 x"),
    "slots.close_wallet": (f"slots.close_wallet({EMPTY})", "x y 004 004 y x"),
    "slots.confirm_limit": ("slots.confirm_limit('deposit', 'month')", "x y 004 004 002 x"),
    "slots.cool_off": ("slots.cool_off(1)", "x y y y 002 x"),
    "slots.create_game": ("""slots.create_game('New', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.9}}}')""", "x 003 003 y y x"),
    "slots.create_game that pays more than it takes": ("""slots.create_game('Rich', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 1.1}}}')""", "x 003 003 003 y x"),
    "slots.create_session": (f"slots.create_session({GAME}, '{{}}', {WALLET}, 'luck')", "x y 004 004 y x"),
    "slots.create_wallet": ("slots.create_wallet('AUD', 10)", "x y y y 002 x"),
    "slots.create_wallet for somebody": (f"slots.create_wallet('AUD', 10, owner_id => {ANN})", "x y 003 003 y x"),
    "slots.fingerprint": (f"slots.fingerprint({GAME})", "x y y y y x"),
    "slots.gauges": ("slots.gauges()", "x x x x y y"),
    "slots.house_balances": ("slots.house_balances()", "x 003 003 y y x"),
    "slots.infer": ("""slots.infer('{"state": "Idle"}', 0.5, 7)""", "y y y y y x"),
    "slots.list_events": (f"slots.list_events({SESSION})", "x y 004 004 y x"),
    "slots.list_rl_datasets": ("slots.list_rl_datasets()", "x 003 003 . . x"),
    "slots.rl_create_dataset": ("slots.rl_create_dataset('all', '{}')", "x 003 003 y y x"),
    "slots.list_rl_policies": ("slots.list_rl_policies()", "x 003 003 . . x"),
    "slots.rl_choose": ("slots.rl_choose('none', '{}', 1)", "x x x x 004 x"),
    "slots.rl_create_policy": (
        """slots.rl_create_policy('p', '{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}')""",
        "x 003 003 y y x",
    ),
    "slots.rl_drop_dataset": ("slots.rl_drop_dataset('none')", "x 003 003 004 004 x"),
    "slots.rl_evaluate": ("slots.rl_evaluate('none', '{}')", "x 003 003 004 004 x"),
    "slots.rl_export_dataset": ("slots.rl_export_dataset('none')", "x 003 003 004 004 x"),
    "slots.rl_verify_dataset": ("slots.rl_verify_dataset('none')", "x 003 003 004 004 x"),
    "slots.my_limits": ("slots.my_limits()", "x y . . 002 x"),
    "slots.reality_check": (f"slots.reality_check({SESSION})", "x y 004 004 y x"),
    "slots.reconcile_house": ("slots.reconcile_house()", "x 003 003 . . x"),
    "slots.reconcile_wallets": ("slots.reconcile_wallets()", "x 003 003 . . x"),
    "slots.record_metric": (f"slots.record_metric({SESSION}, 'speed', 1.5)", "x y 004 004 y x"),
    "slots.record_result": (f"""slots.record_result({OPEN}, '{{"type": "Spin", "amount": 1}}', '{{"symbols": ["A"], "payout": 1.9}}')""", "x x x x y x"),
    "slots.refresh_metrics": ("slots.refresh_metrics()", "x 003 003 y y x"),
    "slots.reseed_batch": ("slots.reseed_batch(10)", "x x x x y x"),
    "slots.retire_game": (f"slots.retire_game({GAME}, 'seldom played')", "x 003 003 y y x"),
    "slots.reverse": (f"slots.reverse({WALLET}, {ENTRY}, 'provider_void')", "x x x x y x"),
    "slots.reward": ("slots.reward(2, 1, 0, 0.5, true)", "y y y y y x"),
    "slots.rl_export": (f"slots.rl_export({SESSION})", "x y 004 004 y x"),
    "slots.rl_metrics": (f"slots.rl_metrics({SESSION}, 10)", "x y 004 004 y x"),
    "slots.rl_sample": ("slots.rl_sample(1, 1)", "x x x x y x"),
    "slots.rl_spec": (f"slots.rl_spec({GAME})", "y y y y y x"),
    "slots.rl_update_priorities": ("slots.rl_update_priorities('{0}', '{2}')", "x x x x y x"),
    "slots.rotate_seed": (f"slots.rotate_seed({OPEN})", "x y 004 004 y x"),
    "slots.self_exclude": ("slots.self_exclude(6)", "x y y y 002 x"),
    "slots.session_metrics": ("slots.session_metrics()", "x y . . y x"),
    "slots.session_status": (f"slots.session_status({SESSION})", "x y 004 004 y x"),
    "slots.set_daily_limit": (f"slots.set_daily_limit({WALLET}, 50)", "x y 004 004 y x"),
    "slots.set_limit": ("slots.set_limit('deposit', '7d', 1000)", "x y y y 002 x"),
    "slots.set_limit for somebody": (f"slots.set_limit('deposit', '7d', 1000, 'AUD', {ANN})", "x y 003 003 y x"),
    "slots.shut_play": ("slots.shut_play('a restore')", "x x x x y x"),
    "slots.simulate_session": (f"""slots.simulate_session({GAME}, 'luck', '[{{"type": "PlaceBet", "amount": 1}}]')""", "x x x x y x"),
    "slots.simulate_steps": (f"slots.simulate_steps({GAME}, '{{1}}', '{{0}}', '{{0}}', '{{PlaceBet}}', '{{1}}')", "x x x x y x"),
    "slots.tail_report": (f"""slots.tail_report(jsonb_build_array(jsonb_build_object('walletId', {WALLET}, 'entryNo', 1, 'entryHash', repeat('0', 64))))""", "x x x x y x"),
    "slots.theoretical_profile": (f"slots.theoretical_profile({GAME})", "y y y y y x"),
    "slots.transition": (f"slots.transition({OPEN}, 'Probing')", "x y 004 004 y x"),
    "slots.upkeep_reports": ("slots.upkeep_reports()", "x x x x y x"),
    "slots.upkeep_sessions": ("slots.upkeep_sessions()", "x x x x y x"),
    "slots.verify_spin": (f"slots.verify_spin({GAME}, decode(repeat('00', 32), 'hex'), 'luck', 1)", "y y y y y x"),
    "slots.verify_wallet": (f"slots.verify_wallet({WALLET})", "x . 004 004 . x"),
    "slots.wallet_operation": (f"slots.wallet_operation({WALLET}, 'debit', 1)", "x y 004 004 y x"),
    "slots.wallet_operation that credits": (f"slots.wallet_operation({WALLET}, 'credit', 1)", "x 003 003 003 y x"),
}  # fmt: skip

# Procedures commit, so they are tried in no transaction: who may call them is a privilege.
PROCEDURES = {"core.maintain", "slots.reseed_all"}

SCENE = """
create temporary table scene as
select g.game_id, w.wallet_id, e.wallet_id as empty_id
from slots.create_game('Letters', '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}') as g,
  slots.create_wallet('AUD', 1000, owner_id => test.user('ann')) as w,
  slots.create_wallet('AUD', 1000, owner_id => test.user('ann')) as e;
alter table scene add session_id uuid, add open_id uuid, add entry_no bigint;
update scene set entry_no = (slots.wallet_operation(wallet_id, 'credit', 100, 'first')).entry_no;
select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', test.user('ann'))::text, true);
update scene set session_id = (slots.create_session(game_id, '{}', wallet_id, 'luck')).session_id;
update scene set open_id = (slots.create_session(game_id, '{}', wallet_id, 'luck')).session_id;
select slots.act(session_id, '{"type": "PlaceBet", "amount": 5}', 'a-1') from scene;
select slots.record_metric(session_id, 'speed', 1.5) from scene;
select slots.set_limit('deposit', 'month', 1000000);
select slots.rotate_seed(open_id) from scene;
select set_config('request.jwt.claims', '', true);
update scene set entry_no = (slots.wallet_operation(wallet_id, 'credit', 50, 'second')).entry_no;
update slots.sessions set decided_in = '3' where decided_in is not null;
select from slots.refresh_metrics();
insert into slots.exclusions (owner_id, kind, starts_at, ends_at) values (test.user('ann'), 'cool_off', now() - interval '3 days', now() - interval '2 days');
insert into core.closed_persons (person_id, kind) values (test.user('gone'), 'erased');
grant select on scene to public;
"""


@pytest.fixture
def scene(connect: Connect) -> Iterator[psycopg.Connection]:
    """What the calls are about, in a transaction that is rolled back."""
    connection = connect(autocommit=False)
    connection.execute(SCENE.encode())
    yield connection
    connection.rollback()


def seen(scene: psycopg.Connection, statement: str) -> str:
    """Return the outcome of a statement for every caller."""
    return " ".join(outcomes(scene, CALLERS, statement))


def relations(conn: psycopg.Connection) -> set[str]:
    """Return the tables and views that the catalog has."""
    found = conn.execute(
        "select format('%s.%s', c.relnamespace::regnamespace, c.relname) from pg_class as c"
        " where c.relnamespace in ('core'::regnamespace, 'slots'::regnamespace)"
        " and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition"
    )
    return {name for (name,) in found}


def functions(conn: psycopg.Connection, kind: str = "f") -> set[str]:
    """Return what some client role, or monitoring, may execute."""
    found = conn.execute(
        "select distinct format('%%s.%%s', p.pronamespace::regnamespace, p.proname) from pg_proc as p,"
        " unnest(array['anon', 'authenticated', 'service_role', 'gamekeeper_monitor']) as role"
        " where p.pronamespace in ('core'::regnamespace, 'slots'::regnamespace) and p.prokind = %s"
        " and p.prorettype <> 'trigger'::regtype and has_function_privilege(role, p.oid, 'execute')",
        [kind],
    )
    return {name for (name,) in found}


def test_everything_has_an_expectation(owner: psycopg.Connection) -> None:
    """A relation is in RELATIONS, a function that somebody may call in CALLS, a procedure in PROCEDURES."""
    assert relations(owner) == set(RELATIONS)
    assert functions(owner) == {name.split()[0] for name in CALLS}
    assert functions(owner, "p") == PROCEDURES


def test_what_is_new_is_noticed(scene: psycopg.Connection) -> None:
    """A table, view, function or procedure that nobody expected is seen by the test above."""
    scene.execute("create table slots.stray ()")
    scene.execute("create view core.stray_view as select 1 as one")
    scene.execute("create function slots.stray() returns void begin atomic end")
    scene.execute("revoke execute on function slots.stray from public")
    assert functions(scene) == {name.split()[0] for name in CALLS}
    scene.execute("grant execute on function slots.stray to gamekeeper_monitor")
    scene.execute("create procedure core.stray() begin atomic end")
    assert relations(scene) - set(RELATIONS) == {"slots.stray", "core.stray_view"}
    assert functions(scene) - {name.split()[0] for name in CALLS} == {"slots.stray"}
    assert functions(scene, "p") - PROCEDURES == {"core.stray"}


def test_each_caller_sees_their_rows(scene: psycopg.Connection) -> None:
    assert {name: seen(scene, f"select 1 from {name}") for name in RELATIONS} == RELATIONS


def test_each_caller_gets_their_answer(scene: psycopg.Connection) -> None:
    found = {name: seen(scene, f"select * from {call}") for name, (call, _) in CALLS.items()}
    assert found == {name: expected for name, (_, expected) in CALLS.items()}


def test_the_service_alone_may_call_the_procedures(owner: psycopg.Connection) -> None:
    found = owner.execute(
        "select name, array(select role from unnest(array['anon', 'authenticated', 'service_role', 'gamekeeper_monitor'])"
        " as role where has_function_privilege(role, to_regproc(name), 'execute')) from unnest(%s::text[]) as name",
        [sorted(PROCEDURES)],
    ).fetchall()
    assert dict(found) == {name: ["service_role"] for name in PROCEDURES}


def test_nobody_writes_a_table(scene: psycopg.Connection) -> None:
    """No client inserts, updates, deletes, truncates or locks for writing, whatever it is."""
    found = scene.execute(
        "select c.oid::regclass::text, role from pg_class as c,"
        " unnest(array['anon', 'authenticated', 'service_role', 'gamekeeper_monitor']) as role"
        " where c.relnamespace in ('core'::regnamespace, 'slots'::regnamespace) and c.relkind in ('r', 'p', 'v', 'm', 'S')"
        " and (has_table_privilege(role, c.oid, 'insert, update, delete, truncate, references, trigger')"
        " or c.relkind <> 'S' and has_any_column_privilege(role, c.oid, 'insert, update, references'))"
    ).fetchall()
    assert found == []
    for table in ("core.settings", "core.audit_log", "slots.wallets", "slots.accounts"):
        assert seen(scene, f"lock table {table} in exclusive mode") == "x x x x x x", table
        assert seen(scene, f"delete from {table}") == "x x x x x x", table
