"""Makes a long history of a system out of a short one: played through its functions once, then copied many times.

The unit is a finished session of slots with its wallet, a game of cards, a user of xp with some claims, a finished
session of sparc. A copy has ids of its own in every row; columns that nobody names are copied as they are, so that a
column that is added needs nothing here. What follows from ids is made again: the chain of each wallet's ledger.
Foreign keys and triggers are off meanwhile, indexes are not: they grow as they do in play.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, replace

from benchmarks import cards, slots, sparc, xp
from benchmarks.harness import Context, Variant

# loaded.id(n, k) names the k-th thing of unit n; the units stand in the order of their ids, as they would in time.
UNITS = """
create schema loaded;
create table loaded.units (n bigint primary key, person uuid not null, number bigint not null);
create function loaded.id(n bigint, k bigint) returns uuid language sql immutable parallel safe
return (lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(k), 12, '0'))::uuid;
grant usage on schema loaded to authenticated, service_role;
"""
NEW_UNITS = """
insert into loaded.units
select n, p.person, {number} from generate_series({first}::bigint, {last}) as n
cross join lateral (select md5('loaded:' || n)::uuid as person) as p
"""
SPREAD = "select u.n, u.person, i from generate_series(1, {active}) as i join loaded.units as u on u.n = i * {units}::bigint / {active}"


def columns(ctx: Context, table: str, *, written: bool) -> list[str]:
    """Return a table's columns in order: all of them, or those that an insert writes."""
    made = " and a.attgenerated = '' and a.attidentity = ''" if written else ""
    return [
        name
        for (name,) in ctx.conn.execute(
            f"select a.attname from pg_attribute as a where a.attrelid = '{table}'::regclass and a.attnum > 0"
            f" and not a.attisdropped{made} order by a.attnum".encode()
        ).fetchall()
    ]


def copied(ctx: Context, table: str, of: str, **given: str) -> str:
    """Return the statement that copies a table's rows t of the first unit for each new unit u, with the given columns."""
    names = columns(ctx, table, written=True)
    assert set(given) <= set(names), (table, given)
    chosen = ", ".join(given.get(name, f"t.{name}") for name in names)
    return (
        f"insert into {table} ({', '.join(names)}) select {chosen}"
        f" from {table} as t cross join loaded.units as u where {of} and u.n between {{first}} and {{last}}"
    )


@dataclass(frozen=True)
class Load:
    """How one system is filled, and what is measured when it is full."""

    system: str
    rows_are: str
    work: str
    prepare: Callable[[Context], list[str]]
    ready: Callable[[Context, int], Variant]
    rows: str = "1"
    number: str = "0"
    at_once: int = 200  # units in one statement


@dataclass
class History:
    """A database of one system that is being filled."""

    ctx: Context
    load: Load
    statements: list[str]
    rows_each: int
    units: int = 0

    @classmethod
    def begin(cls, ctx: Context, load: Load) -> "History":
        """Play the first unit."""
        ctx.run(UNITS)
        statements = load.prepare(ctx)
        return cls(ctx, load, statements, int(str(ctx.one(load.rows))))

    @property
    def rows(self) -> int:
        """Return how many rows it has by now."""
        return self.units * self.rows_each

    def grow(self, rows: int, progress: Callable[[str], None] = lambda _: None) -> None:
        """Add units until there are so many rows."""
        units = -(-rows // self.rows_each)
        while self.units < units:
            first = self.units + 1
            last = min(units, self.units + self.load.at_once)
            with self.ctx.conn.transaction():
                self.ctx.run("set local session_replication_role = replica")
                for statement in [
                    NEW_UNITS.replace("{number}", self.load.number),
                    *self.statements,
                ]:
                    self.ctx.run(statement.format(first=first, last=last))
            self.units = last
            progress(f"{self.rows:,} {self.load.rows_are} loaded")


# The chain of all new wallets, entry by entry: each hash holds the wallet's id and the hash before.
CHAIN = """
insert into slots.wallet_entries ({names})
with recursive chain as (
  select u.person, loaded.id(u.n, 0) as id, 0::bigint as entry_no, decode(repeat('00', 32), 'hex') as entry_hash
  from loaded.units as u where u.n between {{first}} and {{last}}
  union all
  select u.person, u.id, t.entry_no, slots.entry_hash(u.entry_hash, row({unhashed})::slots.wallet_entries)
  from chain as u join slots.wallet_entries as t on {of} and t.entry_no = u.entry_no + 1
)
select {hashed} from chain as u join slots.wallet_entries as t on {of} and t.entry_no = u.entry_no
"""
ACTIVE = 1000  # people who play on while the history behind them grows


def play_slots(ctx: Context) -> list[str]:
    """Play one session to its end."""
    spins = ctx.size(999, 39)
    ctx.run(slots.GAME)
    wallet, owner = ctx.conn.execute(
        "select wallet_id, owner_id from slots.create_wallet('AUD', 1000000000, owner_id => md5('loaded')::uuid)"
    ).fetchone() or (None, None)
    ctx.run(f"select slots.wallet_operation('{wallet}', 'credit', 1000000, 'start')")
    session = ctx.one(
        "select session_id from slots.create_session((select game_id from slots.games), '{}', %s, 'loaded')",
        [wallet],
    )
    spin = """'{"type": "Spin", "amount": 1}'"""
    ctx.run(
        f"select count(slots.act('{session}', {spin}, 'spin ' || i)) from generate_series(1, {spins}) as i;"
        f"""select slots.act('{session}', '{{"type": "CashOut"}}', 'out')"""
    )
    ctx.run(f"select slots.rotate_seed('{session}')")
    ours = {"session_id": "loaded.id(u.n, 0)"}
    owned = ours | {"owner_id": "u.person"}
    of_wallet, of_session = f"t.wallet_id = '{wallet}'", f"t.session_id = '{session}'"
    entry = {name: f"t.{name}" for name in columns(ctx, "slots.wallet_entries", written=False)} | {
        "wallet_id": "u.id",
        "owner_id": "u.person",
        "session_id": "case when t.session_id is not null then u.id end",
    }
    last = "(select e.entry_hash from slots.wallet_entries as e where e.wallet_id = loaded.id(u.n, 0) order by e.entry_no desc limit 1)"
    ctx.facts["owner"] = owner
    return [
        copied(ctx, "slots.accounts", f"t.owner_id = '{owner}'", owner_id="u.person"),
        CHAIN.format(
            names=", ".join(entry),
            unhashed=", ".join((entry | {"entry_hash": "null::bytea"}).values()),
            hashed=", ".join((entry | {"entry_hash": "u.entry_hash"}).values()),
            of=of_wallet,
        ),
        copied(
            ctx,
            "slots.wallets",
            of_wallet,
            wallet_id="loaded.id(u.n, 0)",
            owner_id="u.person",
            last_hash=last,
        ),
        copied(ctx, "slots.sessions", of_session, **owned, current_wallet_id="loaded.id(u.n, 0)"),
        copied(ctx, "slots.server_seeds", of_session, **ours),
        copied(ctx, "slots.revealed_seeds", of_session, **owned),
        copied(ctx, "slots.action_keys", of_session, **ours),
        copied(
            ctx,
            "slots.gameplay_events",
            of_session,
            **owned,
            event_id="loaded.id(u.n, t.event_index)",
        ),
        copied(ctx, "slots.rl_store", of_session, **owned, id="loaded.id(u.n, t.event_index)"),
        copied(ctx, "slots.rl_blocks", of_session, **ours),
        copied(ctx, "slots.full_rl_blocks", of_session, **ours),
    ]


def spin_on(ctx: Context, units: int) -> Variant:
    """Open new sessions on wallets from all over the history."""
    active = min(ACTIVE, units)
    number = slots.ID.replace(":n", "s.i")
    ctx.run(
        "insert into slots.sessions (session_id, owner_id, game_id, player_profile, current_wallet_id)"
        f" select {number}, s.person, g.game_id, '{{}}', loaded.id(s.n, 0)"
        f" from ({SPREAD.format(active=active, units=units)}) as s, slots.games as g;"
        f"select slots.seed_session({number}, 'loaded') from generate_series(1, {active}) as s (i);"
        "update slots.sessions set state = 'Playing' where state = 'Idle';"
        "update slots.sessions set state = 'Evaluating' where state = 'Playing'"
    )
    variant = slots.ours_served("\\set n random(1, :active)\n" + slots.OURS_ACT, "")
    return replace(variant, variables={"active": active})


def play_cards(ctx: Context) -> list[str]:
    """Play one game of four bots."""
    game = ctx.one("select cards.simulate_game(4, 'loaded')")
    ctx.facts["game"] = game
    return [
        copied(ctx, "cards.games", f"t.id = '{game}'", id="loaded.id(u.n, 0)"),
        *(
            copied(ctx, f"cards.{table}", f"t.game_id = '{game}'", game_id="loaded.id(u.n, 0)")
            for table in ("game_events", "game_snapshots", "game_summaries", "game_players")
        ),
    ]


# The games that benchmarks.cards appends to, fewer of them, with the logs that those can do without.
LOGS = """
delete from cards.game_states where game_id in (select c.game_id from bench.copies as c where c.game_id > {last});
delete from cards.games where id in (select c.game_id from bench.copies as c where c.game_id > {last});
insert into cards.game_events select c.game_id, e.event_index, e.type, e.payload, e.created_at
from bench.copies as c join cards.game_events as e on e.game_id = c.source_id where c.game_id <= {last};
insert into cards.game_snapshots select c.game_id, s.states
from bench.copies as c join cards.game_snapshots as s on s.game_id = c.source_id where c.game_id <= {last};
"""


def append_on(ctx: Context, _: int) -> Variant:
    """Make new games that run."""
    share = ctx.size(ACTIVE // 8, 2)
    last = f"'00000000-0000-4000-8000-{8 * share - 1:012}'::uuid"
    ctx.run(cards.GAMES)
    with ctx.conn.transaction():
        ctx.run("set local session_replication_role = replica")
        ctx.run(LOGS.format(last=last))
    variables = cards.games_of(0) | {"share": share}
    return Variant("", "", cards.APPEND_1, role="service_role", variables=variables)


DAYS = 8
CLAIM = """
create sequence loaded.turns;
create function loaded.claim(units bigint, step bigint) returns void language plpgsql as $$
declare
  _turn constant bigint := nextval('loaded.turns');
begin
  perform set_config('request.jwt.claims', json_build_object('sub', u.person, 'role', 'authenticated')::text, true)
  from loaded.units as u where u.n = 1 + _turn * step % units;
  if (xp.claim('daily', gen_random_uuid())).status <> 'NEW' then
    raise exception 'everybody has claimed: % users are too few', units;
  end if;
end $$;
"""


def play_xp(ctx: Context) -> list[str]:
    """Let one user claim on the eight days up to yesterday."""
    ctx.run(
        f"select xp.activate_rule(r.policy_key, r.version) from xp.create_rule('daily', '{xp.POLICY}') as r"
    )
    ctx.run(
        """select set_config('request.jwt.claims', json_build_object('sub', md5('loaded')::uuid, 'role', 'authenticated')::text, false)"""
    )
    user = ctx.one("select user_id from xp.register_user(md5('loaded')::uuid::text, 'UTC')")
    ctx.run("select set_config('request.jwt.claims', '', false)")
    for day in range(DAYS, 0, -1):
        ctx.run(
            "select xp.claim_at(md5('loaded')::uuid::text, 'daily', gen_random_uuid(),"
            f" core.wall_clock() - {day} * interval '24 hours')"
        )
    of, ours = f"t.user_id = {user}", {"user_id": "u.number"}
    return [
        copied(ctx, "xp.xp_users", of, **ours, external_user_id="u.person::text"),
        copied(ctx, "xp.xp_profiles", of, **ours, public_id="loaded.id(u.n, 0)"),
        copied(ctx, "xp.xp_balance", of, **ours),
        copied(ctx, "xp.xp_streaks", of, **ours),
        copied(ctx, "xp.xp_awards", of, **ours, receipt_id="loaded.id(u.n, t.award_id)"),
        copied(ctx, "xp.xp_ledger", of, **ours, correlation_id="loaded.id(u.n, t.ledger_id)"),
    ]


def claim_on(ctx: Context, units: int) -> Variant:
    """Let users from all over the history claim today, each once, far from the one before."""
    ctx.run(CLAIM)
    step = next(step for step in range(round(units * 0.618), 0, -1) if math.gcd(step, units) == 1)
    return Variant("", "", f"select loaded.claim({units}, {step});")


def play_sparc(ctx: Context) -> list[str]:
    """Play one session with a hero, who throws, to its end."""
    people = "md5('loaded seer')::uuid", "md5('loaded')::uuid"

    def as_person(person: str) -> None:
        claims = f"json_build_object('sub', {person}, 'role', 'authenticated')"
        ctx.run(f"select set_config('request.jwt.claims', {claims}::text, false)")

    ctx.run(f"insert into auth.users (id) values ({people[0]}), ({people[1]})")
    ctx.run("update core.settings set value = 'false' where name = 'core.clients_can_abort'")
    as_person(people[0])
    adventure = ctx.one(
        "insert into sparc.adventures (creator_id, name, difficulty) values (auth.uid(), 'Loaded', 'hard') returning id"
    )
    ctx.run(f"select sparc.publish_adventure('{adventure}')")
    session, code = ctx.conn.execute(
        "select id, code from sparc.create_session(%s)", [adventure]
    ).fetchone() or (None, None)
    as_person(people[1])
    hero = ctx.one("select id from sparc.create_character('Rook', 'warrior')")
    ctx.run(f"select sparc.join_session('{code}', '{hero}')")
    as_person(people[0])
    ctx.run(f"select sparc.start_session('{session}')")
    as_person(people[1])
    ctx.run(
        f"select count(sparc.roll_dice('{session}', '{hero}', 'might', 12, 'attack')) from generate_series(1, {ctx.size(500, 25)})"
    )
    as_person(people[0])
    ctx.run(f"select sparc.end_session('{session}')")
    ctx.run("select set_config('request.jwt.claims', '', false)")
    ctx.run("update core.settings set value = 'true' where name = 'core.clients_can_abort'")
    player, of = people[1], f"t.session_id = '{session}'"
    ours = {"session_id": "loaded.id(u.n, 0)"}
    thrown = ours | {"id": "loaded.id(u.n, t.roll_number)"}
    heroes = {"character_id": "loaded.id(u.n, 1)"}
    return [
        copied(ctx, "auth.users", f"t.id = {player}", id="u.person"),
        copied(ctx, "sparc.users", f"t.id = {player}", id="u.person"),
        copied(
            ctx,
            "sparc.characters",
            f"t.id = '{hero}'",
            id=heroes["character_id"],
            user_id="u.person",
        ),
        copied(
            ctx,
            "sparc.sessions",
            f"t.id = '{session}'",
            id="loaded.id(u.n, 0)",
            code="'L' || lpad(upper(to_hex(u.n)), 5, '0')",
        ),
        copied(ctx, "sparc.session_players", of, **ours, **heroes, user_id="u.person"),
        copied(ctx, "sparc.dice_secrets", of, **ours),
        copied(ctx, "sparc.declared_rolls", of, **thrown, **heroes, roller_id="u.person"),
        copied(ctx, "sparc.dice_rolls", of, **thrown, **heroes),
    ]


def roll_on(ctx: Context, _: int) -> Variant:
    """Open new sessions."""
    ctx.run(sparc.TABLES + sparc.SECRETS + sparc.DECLARED)
    script = "select bench_declare(:n);\nselect bench_throw(:n);"
    return Variant("", "", sparc.PICK + script)


LOADS = {
    load.system: load
    for load in (
        Load(
            "slots",
            "spins",
            "slots.act with Spin and amount, by the service, in new sessions on wallets from all over the history",
            play_slots,
            spin_on,
            rows="select count(*) from slots.gameplay_events",
        ),
        Load(
            "cards",
            "events",
            "cards.append_events with 1 event, in new games",
            play_cards,
            append_on,
            rows="select count(*) from cards.game_events",
        ),
        Load(
            "xp",
            "ledger entries",
            "xp.claim of today, by users from all over the history",
            play_xp,
            claim_on,
            rows="select count(*) from xp.xp_ledger",
            number="xp.new_user_id(p.person::text)",
            at_once=20_000,
        ),
        Load(
            "sparc",
            "rolls",
            "sparc.declare_roll and throw_roll, two transactions, in new sessions",
            play_sparc,
            roll_on,
            rows="select count(*) from sparc.dice_rolls",
        ),
    )
}
