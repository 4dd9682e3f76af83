"""What slots costs on top of its row writes, and what the seed's own tables cost beside it.

Play is one game on which every symbol pays its stake back, so that every spin writes the same rows
(session, wallet, a stake and a payout entry, event, experience, key) and balances stay where they are.
Sessions and wallets have made-up ids that a pgbench script can build from a number.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psycopg

from benchmarks import peers
from benchmarks.harness import SECONDS, Bar, Case, Context, Sample, Variant, pgbench, timed

SEED = Path(__file__).parent / "seeds" / "slots.sql"
OWNER = "00000000-0000-4000-8000-000000000000"
CLAIMS = f'{{"sub":"{OWNER}","role":"authenticated"}}'
PLAYERS = 5000
ID = "('00000000-0000-4000-8000-' || lpad(:n::text, 12, '0'))::uuid"

# One game on which every symbol pays its stake back.
GAME = """
select slots.create_game(
  'Even', jsonb_build_object('algorithm', 'hmac-sha256', 'reels', (
    select jsonb_agg(strip) from generate_series(1, 5),
      (select jsonb_agg('S' || i % 8) as strip from generate_series(1, 30) as i) as s
  )),
  (select jsonb_object_agg('S' || i, '{"payouts": {"1": 1}}'::jsonb) from generate_series(0, 7) as i)
);
"""


def seated(players: int) -> str:
    """Return what makes so many players ready to play."""
    return f"""
create schema bench;
grant usage on schema bench to gamekeeper;
{GAME}
-- Each wallet has a currency of its own, so that one owner who may call for all of them plays on as many accounts.
insert into slots.wallets (wallet_id, owner_id, currency, daily_limit)
select
  ('00000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid, '{OWNER}', a.currency, 1e15
from generate_series(1, {players}) as i
cross join lateral (select chr(65 + i / 676) || chr(65 + i / 26 % 26) || chr(65 + i % 26) as currency) as a
cross join lateral slots.open_account('{OWNER}', a.currency);
select slots.wallet_operation(w.wallet_id, 'credit', 1000000, 'start') from slots.wallets as w;
insert into slots.sessions (session_id, owner_id, game_id, player_profile, current_wallet_id)
select w.wallet_id, w.owner_id, g.game_id, '{{"behaviorType": "steady", "maxBet": 100}}', w.wallet_id
from slots.wallets as w, slots.games as g;
select slots.seed_session(s.session_id, 'bench') from slots.sessions as s;
update slots.sessions set state = 'Playing';
update slots.sessions set state = 'Evaluating';
"""


SETUP = seated(PLAYERS)

# The rows that a call writes, by a function of the owner with no logic at all. Chain and documents are constants.
WALLET_FLOOR = """
create function bench.wallet_operation(wallet uuid, key text) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _no bigint;
begin
  update slots.wallets
  set balance = balance - 1, spent_today = 0, last_entry_no = last_entry_no + 1, last_entry_at = now(),
    last_hash = '\\x0000000000000000000000000000000000000000000000000000000000000000'
  where wallet_id = wallet
  returning last_entry_no into _no;
  insert into slots.wallet_entries
  values (wallet, _no, '00000000-0000-4000-8000-000000000000', 'debit', -1, 1000000, null, null, key, now(),
    '\\x0000000000000000000000000000000000000000000000000000000000000000', 1);
end
$$;
alter function bench.wallet_operation(uuid, text) owner to gamekeeper;
"""
ACT_FLOOR = """
create function bench.act(session uuid, key text) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _no bigint;
  _currency text;
  _index bigint;
  _event constant uuid := core.uuid_v7(core.slot_in(session));
  _owner constant uuid := '00000000-0000-4000-8000-000000000000';
  _hash constant bytea := '\\x0000000000000000000000000000000000000000000000000000000000000000';
begin
  update slots.sessions
  set state = 'Evaluating', pending_bet = null, event_count = event_count + 1, last_event_at = now(), nonce = nonce + 1,
    metrics = '{"wins": 100, "spins": 100, "totalBet": 100.0000, "totalFees": 0, "totalPayout": 100.0000, "totalReward": 0}'
  where session_id = session
  returning event_count into _index;
  insert into slots.action_keys values (session, key, _index, now());
  update slots.wallets
  set balance = balance, spent_today = spent_today + 1, last_entry_no = last_entry_no + 2, last_entry_at = now(), last_hash = _hash
  where wallet_id = session
  returning last_entry_no, currency into _no, _currency;
  update slots.accounts
  set staked = '{100.0000,100.0000,100.0000}', lost = '{0.0000,0.0000,0.0000}', last_bet_at = now(),
    played = '{60,60,60}', last_act_at = now()
  where owner_id = _owner and currency = _currency;
  insert into slots.wallet_entries values
    (session, _no - 1, _owner, 'stake', -1, 999999, session, _index, key, now(), _hash, 1),
    (session, _no, _owner, 'payout', 1, 1000000, session, _index, key, now(), _hash, 1);
  insert into slots.gameplay_events (
    session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
  ) values (
    session, _index, _event, _owner, '{"type": "Spin", "amount": 1}',
    '{"stops": [1, 2, 3, 4, 5], "payout": 1, "symbols": ["S1", "S2", "S3", "S4", "S5"], "multiplier": 1}',
    now(), 0, 'Evaluating', 1000000, 1, _index
  );
  insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, truncated, balance)
  values (
    session, _index, _event, _owner, '{"spins": 100, "state": "Evaluating", "balanceChange": 0.0000, "pendingBet": 0}',
    '{"type": "Spin", "amount": 1}', 0,
    '{"spins": 101, "state": "Evaluating", "balanceChange": 0.0000, "pendingBet": 0}', false, now(), _owner, false, 1000000
  );
end
$$;
alter function bench.act(uuid, text) owner to gamekeeper;
"""
# The rows that one spin of a client in steady state writes: the bet of the call before is settled, the next one placed.
NEXT_FLOOR = """
create function bench.spin_and_bet(session uuid, key text) returns void
language plpgsql security definer set search_path = pg_temp as $$
declare
  _no bigint;
  _currency text;
  _index bigint;
  _event constant uuid := core.uuid_v7(core.slot_in(session));
  _owner constant uuid := '00000000-0000-4000-8000-000000000000';
  _hash constant bytea := '\\x0000000000000000000000000000000000000000000000000000000000000000';
begin
  update slots.sessions
  set state = 'Playing', pending_bet = 1, pending_fee = 0, bet_placed_at = now(), decided_in = pg_current_xact_id(),
    event_count = event_count + 1, last_event_at = now(), nonce = nonce + 1,
    metrics = '{"wins": 100, "spins": 100, "totalBet": 100.0000, "totalFees": 0, "totalPayout": 100.0000, "totalReward": 0}'
  where session_id = session
  returning event_count into _index;
  insert into slots.action_keys values (session, key, _index, now());
  update slots.wallets
  set balance = balance, spent_today = spent_today + 1, last_entry_no = last_entry_no + 2, last_entry_at = now(), last_hash = _hash
  where wallet_id = session
  returning last_entry_no, currency into _no, _currency;
  update slots.accounts
  set staked = '{100.0000,100.0000,100.0000}', lost = '{0.0000,0.0000,0.0000}', last_bet_at = now(),
    played = '{60,60,60}', last_act_at = now()
  where owner_id = _owner and currency = _currency;
  insert into slots.wallet_entries values
    (session, _no - 1, _owner, 'payout', 1, 1000001, session, _index, key, now(), _hash, 1),
    (session, _no, _owner, 'stake', -1, 1000000, session, _index, key, now(), _hash, 1);
  insert into slots.gameplay_events (
    session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
  ) values (
    session, _index, _event, _owner, '{"type": "Spin", "next": {"amount": 1}}',
    '{"stops": [1, 2, 3, 4, 5], "payout": 1, "symbols": ["S1", "S2", "S3", "S4", "S5"], "multiplier": 1, "next": {"stake": 1}}',
    now(), 0, 'Playing', 1000000, 1, _index
  );
  insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, done, created_at, game_id, truncated, balance)
  values (
    session, _index, _event, _owner, '{"spins": 100, "state": "Playing", "balanceChange": -1.0000, "pendingBet": 1.0000}',
    '{"type": "Spin", "next": {"amount": 1}}', 0,
    '{"spins": 101, "state": "Playing", "balanceChange": -1.0000, "pendingBet": 1.0000}', false, now(), _owner, false, 1000000
  );
end
$$;
alter function bench.spin_and_bet(uuid, text) owner to gamekeeper;
"""
# Every session has a bet that was placed by an earlier transaction.
PLACED = """
update slots.sessions set state = 'Playing', pending_bet = 1, pending_fee = 0, bet_placed_at = now(), decided_in = '1';
"""
# The statements that seed 002 §4.1 implies for the same call, on the seed's tables.
SEED_ACT = """
create function seed.act(session uuid) returns void language plpgsql as $$
begin
  update seed.wallets set balance = balance - 1 where wallet_id = session;
  update seed.wallets set balance = balance + 1 where wallet_id = session;
  insert into seed.gameplay_events (event_id, session_id, action, result, reward)
  values (
    gen_random_uuid(), session, '{"type": "Spin", "amount": 1}',
    '{"stops": [1, 2, 3, 4, 5], "payout": 1, "symbols": ["S1", "S2", "S3", "S4", "S5"], "multiplier": 1}', 0
  );
  insert into seed.rl_store (id, session_id, state, action, reward, next_state)
  values (
    gen_random_uuid(), session, '{"spins": 100, "state": "Evaluating", "balance": 1000000.0000, "pendingBet": 0}',
    '{"type": "Spin", "amount": 1}', 0,
    '{"spins": 101, "state": "Evaluating", "balance": 1000000.0000, "pendingBet": 0}'
  );
  update seed.sessions
  set state = case state when 'Playing' then 'Evaluating' else 'Playing' end::seed.game_state,
    metrics = '{"wins": 100, "spins": 100, "totalBet": 100.0000, "totalFees": 0, "totalPayout": 100.0000, "totalReward": 0}'
  where session_id = session;
end
$$;
insert into seed.games values ('00000000-0000-4000-8000-000000000000', 'Even', '{}', '{}', '{}');
insert into seed.wallets (wallet_id, balance, daily_limit, cost_rate)
select wallet_id, balance, daily_limit, cost_rate from slots.wallets;
insert into seed.sessions (session_id, game_id, player_profile, current_wallet_id)
select wallet_id, '00000000-0000-4000-8000-000000000000', '{"behaviorType": "steady", "maxBet": 100}', wallet_id
from slots.wallets;
"""


PICK = f"\\set n random(1, {PLAYERS})\n"
HOT = "\\set n 1\n"
KEY = "gen_random_uuid()::text"
OURS_WALLET = f"select * from slots.wallet_operation({ID}, 'debit', 1, {KEY});"
FLOOR_WALLET = f"select bench.wallet_operation({ID}, {KEY});"
OURS_ACT = f"""select * from slots.act({ID}, '{{"type": "Spin", "amount": 1}}', {KEY});"""
FLOOR_ACT = f"select bench.act({ID}, {KEY});"
OURS_NEXT = (
    f"""select * from slots.act({ID}, '{{"type": "Spin", "next": {{"amount": 1}}}}', {KEY});"""
)
FLOOR_NEXT = f"select bench.spin_and_bet({ID}, {KEY});"


MANY = 100
OURS_MANY = (
    f"select * from slots.act_many({ID}, "
    f"""(select jsonb_agg('{{"type": "Spin", "amount": 1}}'::jsonb) from generate_series(1, {MANY})), {KEY});"""
)


def seed_tables(ctx: Context) -> None:
    """Make the seed's tables with as many wallets and sessions."""
    ctx.run(SEED.read_text() + SEED_ACT)


def ours(script: str, work: str) -> Variant:
    """Return our function as its owner calls it."""
    return Variant("ours", work, script, role="authenticated", claims=CLAIMS)


def ours_served(script: str, work: str) -> Variant:
    """Return our function as the service calls it, which may draw at once."""
    return Variant("ours", work, script, role="service_role", claims='{"role":"service_role"}')


# Rows that play would have left: `steps` events and experiences of every session, in its blocks.
# Foreign keys and triggers are off meanwhile. Ledgers get as many entries, so that they too are that large.
HISTORY = """
insert into slots.gameplay_events (
  session_id, event_index, event_id, owner_id, action, result, timestamp, reward, state, balance, seed_no, nonce
)
select
  session_id, n, core.uuid_v7(core.slot_in(session_id)), owner_id, '{"type": "Spin", "amount": 1}',
  '{"stops": [1, 2, 3, 4, 5], "payout": 1, "symbols": ["S1", "S2", "S3", "S4", "S5"], "multiplier": 1}',
  now() - interval '1 hour', 0, 'Evaluating', 1000000, 1, n
from slots.sessions cross join generate_series(1, %(steps)s) as n;
insert into slots.rl_store (session_id, event_index, id, owner_id, state, action, reward, next_state, created_at)
select
  session_id, n, core.uuid_v7(core.slot_in(session_id)), owner_id, '{"spins": 100, "state": "Evaluating", "balance": 1000000.0000, "pendingBet": 0}',
  '{"type": "Spin", "amount": 1}', 0,
  '{"spins": 101, "state": "Evaluating", "balance": 1000000.0000, "pendingBet": 0}', now() - interval '1 hour'
from slots.sessions cross join generate_series(1, %(steps)s) as n;
insert into slots.rl_blocks (session_id, first_index, created_at)
select session_id, n, now() - interval '1 hour' from slots.sessions cross join generate_series(1, %(steps)s, 16) as n;
insert into slots.full_rl_blocks (session_id, first_index, steps)
select session_id, n, 16 from slots.sessions cross join generate_series(1, %(steps)s - 15, 16) as n;
insert into slots.wallet_entries
select wallet_id, n + 1, owner_id, 'credit', 1, 1000000 + n, null, null, null, now() - interval '1 hour', last_hash, 1
from slots.wallets cross join generate_series(1, %(steps)s) as n;
update slots.sessions set event_count = %(steps)s;
update slots.wallets set last_entry_no = %(steps)s + 1;
"""
ACT = PICK + OURS_ACT
OPERATE = PICK + OURS_WALLET
SAMPLES = 20


def history(ctx: Context, rows: int) -> None:
    """Play that many events and experiences into a database."""
    ctx.run(SETUP)
    with ctx.conn.transaction():
        ctx.run("set local session_replication_role = replica")
        ctx.run(HISTORY % {"steps": rows // PLAYERS})
    if not ctx.options.quick:
        ctx.run("vacuum analyze")


def small_and_large(small: int) -> Callable[[Context], None]:
    """Return a set-up of 5 M rows here and fewer in a database beside it."""

    def setup(ctx: Context) -> None:
        history(ctx, ctx.size(5_000_000, 2 * PLAYERS))
        ctx.facts["small"] = beside = ctx.sibling()
        history(beside, ctx.size(small, PLAYERS))

    return setup


# Every limit that a person can set, far away, on all their accounts.
LIMITS = f"""
select slots.set_limit(k, p, 1000000000, owner_id => '{OWNER}')
from unnest('{{deposit, stake, loss, time}}'::text[]) as k, unnest('{{24h, 7d, month}}'::text[]) as p;
"""


def limited(ctx: Context) -> None:
    """Set every limit here, and none in a database beside it."""
    ctx.run(SETUP + LIMITS)
    ctx.facts["small"] = beside = ctx.sibling()
    beside.run(SETUP)


def chosen(ctx: Context, size: str) -> Context:
    """Return the database of a size."""
    small = ctx.facts["small"]
    assert isinstance(small, Context)
    return small if size == "small" else ctx


def writing(name: str, size: str, script: str) -> Variant:
    """Return single writes by the service in the database of a size."""
    variant = ours_served(script, f"single writes, {name}")

    def measure(ctx: Context) -> Sample:
        return pgbench(chosen(ctx, size), WRITES, variant, ctx.options.seconds)

    return Variant(name, f"single writes, {name}", measure=measure)


def sampling(name: str, size: str, strategy: str = "uniform") -> Variant:
    """Return batches of 256 out of the store of a size, each with a seed of its own."""
    query = "select * from slots.rl_sample(256, %s, %s)"

    def measure(ctx: Context) -> Sample:
        conn: psycopg.Connection = chosen(ctx, size).conn
        seeds = range(ctx.size(SAMPLES, 2))
        return Sample(
            timed(lambda: [conn.execute(query, [seed, strategy]) for seed in seeds]) / len(seeds),
            calls=len(seeds),
        )

    return Variant(name, f"256 experiences out of {name}, {strategy}", measure=measure)


# The last stretch of each session too, as if all were over.
ALL_FULL = """
insert into slots.full_rl_blocks (session_id, first_index, steps)
select b.session_id, b.first_index, least(16, s.event_count - b.first_index + 1)
from slots.rl_blocks as b join slots.sessions as s on s.session_id = b.session_id
on conflict do nothing
"""


def prioritised(ctx: Context) -> None:
    """Fill both stores, and take all of them into the priorities, which are not all the same."""
    small_and_large(100_000)(ctx)
    for size in ("small", "large"):
        one = chosen(ctx, size)
        one.run(ALL_FULL)
        left = True
        while left:
            one.run("select count(*) from slots.rl_sample(1, 1, 'prioritised')")
            left = bool(one.conn.execute("select from slots.full_rl_blocks limit 1").fetchall())
        one.run(
            "select slots.rl_update_priorities(array_agg(id), array_agg(0.1 + id % 97))"
            " from slots.rl_sample(10000, 1)"
        )
        if not ctx.options.quick:
            one.run("vacuum analyze")


def prioritising(name: str, size: str) -> Variant:
    """Return 256 new priorities at a time, of a batch that was drawn before."""
    sample = "select array_agg(s.id) from slots.rl_sample(256, %s, 'prioritised') as s"
    tell = "select slots.rl_update_priorities(%s, array_fill(%s::double precision, array[256]))"

    def measure(ctx: Context) -> Sample:
        conn: psycopg.Connection = chosen(ctx, size).conn
        seeds = range(ctx.size(SAMPLES, 2))
        batches = [(conn.execute(sample, [seed]).fetchall()[0][0], 1 + seed) for seed in seeds]
        return Sample(
            timed(lambda: [conn.execute(tell, batch) for batch in batches]) / len(seeds),
            calls=len(seeds),
        )

    return Variant(name, f"256 priorities set, {size} store", measure=measure)


ENVIRONMENTS = 1000


def simulating(ctx: Context) -> Sample:
    """Return how many steps a second a vector of simulated environments takes, bets and spins, through Gymnasium."""
    import gamekeeper.gym  # noqa: F401 - registers the environment
    import gymnasium
    import numpy as np

    envs = gymnasium.make_vec(
        "gamekeeper/Slots-v0",
        num_envs=ENVIRONMENTS,
        conninfo=ctx.conninfo,
        game=ctx.one("select game_id from slots.games"),
    )
    many = np.ones(ENVIRONMENTS, dtype=np.int64)
    envs.reset(seed=1)
    envs.step({"type": 0 * many, "amount": np.ones((ENVIRONMENTS, 1))})
    steps, begun = 0, time.perf_counter()
    while steps == 0 or time.perf_counter() - begun < ctx.options.seconds:
        envs.step({"type": many, "amount": np.ones((ENVIRONMENTS, 1))})
        steps += ENVIRONMENTS
    seconds = time.perf_counter() - begun
    envs.close()
    return Sample(steps / seconds, calls=steps)


WRITES = Case("slots", "one call", [])  # what pgbench asks a case for: clients, threads, unit
READ = PICK + f"select * from slots.gameplay_events where session_id = {ID};"
CASES = [
    Case(
        "slots",
        "slots.wallet_operation",
        [
            ours(
                PICK + OURS_WALLET,
                "checks the caller, the amount and the key; locks; chains the entry",
            ),
            Variant("floor", "the same two row writes, no logic", PICK + FLOOR_WALLET),
            peers.pgledger(PLAYERS),
        ],
        [Bar("ours", ">=", 0.8, "floor"), Bar("ours", ">=", 1.5, "pgledger")],
        setup=SETUP + WALLET_FLOOR,
        rows_are="ledger entries",
    ),
    Case(
        "slots",
        "slots.wallet_operation on one hot wallet",
        [
            ours(
                HOT + OURS_WALLET,
                "checks the caller, the amount and the key; locks; chains the entry",
            ),
            Variant(
                "floor", "the same two row writes on one hot row, no logic", HOT + FLOOR_WALLET
            ),
        ],
        [Bar("ours", ">=", 0.7, "floor")],
        setup=SETUP + WALLET_FLOOR,
    ),
    Case(
        "slots",
        "slots.act with Spin and amount",
        [
            ours_served(
                PICK + OURS_ACT, "five fair reels, money, chain, metrics, event, experience, key"
            ),
            Variant("floor", "the same eight row writes, no logic", PICK + FLOOR_ACT),
            Variant(
                "seed",
                "the seed's tables: two wallet updates, event, experience, session; no ledger, key, draw or check",
                PICK + f"select seed.act({ID});",
                setup=seed_tables,
            ),
        ],
        [Bar("ours", ">=", 0.5, "floor")],
        setup=SETUP + ACT_FLOOR,
    ),
    Case(
        "slots",
        "slots.act with all limits set",
        [writing("all limits", "large", ACT), writing("no limits", "small", ACT)],
        [Bar("all limits", ">=", 0.9, "no limits")],
        setup=limited,
    ),
    Case(
        "slots",
        "slots.act_many, 100 spins in one call, one client",
        [
            replace(
                ours_served(
                    PICK + OURS_MANY,
                    "100 spins in one transaction, each with draw, money, chain, event and experience",
                ),
                rows=MANY,
            ),
            replace(
                ours_served(PICK + OURS_ACT, "one spin a transaction by slots.act"),
                name="single acts",
            ),
        ],
        [Bar("ours", ">=", 8, "single acts")],
        setup=SETUP,
        clients=1,
        threads=1,
        rows_are="actions",
    ),
    Case(
        "slots",
        "slots.act with Spin and next",
        [
            ours(
                PICK + OURS_NEXT,
                "a client's spin in steady state: settles one bet and places the next",
            ),
            Variant("floor", "the same eight row writes, no logic", PICK + FLOOR_NEXT),
        ],
        [Bar("ours", ">=", 0.6, "floor")],
        setup=SETUP + PLACED + NEXT_FLOOR,
    ),
    Case(
        "slots",
        "slots.simulate_steps, 1 000 environments of Gymnasium, one client",
        [
            Variant(
                "ours",
                "spins that place the next bet, in a vector environment: one call a step",
                measure=simulating,
            ),
            replace(
                ours(HOT + OURS_NEXT, "a spin a transaction that places the next bet"), name="act"
            ),
        ],
        [Bar("ours", ">=", 10, "act")],
        setup=seated(1) + PLACED,
        clients=1,
        threads=1,
        rows_are="steps",
    ),
    Case(
        "slots",
        "slots.act at 5 M rows",
        [writing("5 M rows", "large", ACT), writing("50 k rows", "small", ACT)],
        [Bar("5 M rows", ">=", 0.9, "50 k rows")],
        setup=small_and_large(50_000),
    ),
    Case(
        "slots",
        "slots.wallet_operation at 5 M rows",
        [writing("5 M rows", "large", OPERATE), writing("50 k rows", "small", OPERATE)],
        [Bar("5 M rows", ">=", 0.9, "50 k rows")],
        setup=small_and_large(50_000),
    ),
    Case(
        "slots",
        "slots.rl_sample(256)",
        [sampling("5 M rows", "large"), sampling("100 k rows", "small")],
        [Bar("5 M rows", "<=", 1.5, "100 k rows")],
        unit=SECONDS,
        setup=small_and_large(100_000),
        rows_are="batches",
    ),
    Case(
        "slots",
        "slots.rl_sample(256, 'prioritised')",
        [
            sampling("5 M rows", "large", "prioritised"),
            sampling("100 k rows", "small", "prioritised"),
            sampling("uniform, 5 M rows", "large"),
            prioritising("update, 5 M rows", "large"),
            prioritising("update, 100 k rows", "small"),
        ],
        [
            Bar("5 M rows", "<=", 1.5, "100 k rows"),
            Bar("5 M rows", "<=", 5, "uniform, 5 M rows"),
            Bar("update, 5 M rows", "<=", 1.5, "update, 100 k rows"),
        ],
        unit=SECONDS,
        setup=prioritised,
        rows_are="batches",
    ),
    Case(
        "slots",
        "reading one's own events under RLS",
        [
            ours(READ, "a player reads the events of a session of theirs"),
            Variant(
                "owner",
                "the same query by the tables' owner, whom no policy binds",
                READ,
                role="gamekeeper",
            ),
        ],
        [Bar("ours", "<=", 1.15, "owner")],
        unit=SECONDS,
        setup=lambda ctx: history(ctx, ctx.size(500_000, 2 * PLAYERS)),
        clients=1,
        threads=1,
    ),
]
