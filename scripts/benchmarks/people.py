"""What it costs to erase a person with ten thousand events, beside a single command of the same system.

Events of slots and cards hold ids and no names, so nothing of them is touched. The seeds put texts into each row of the
rolls of sparc and of the ledger of xp; an erasure overwrites these rows one by one.
"""

from collections.abc import Callable

from benchmarks import slots, sparc
from benchmarks.harness import SECONDS, Bar, Case, Context, Variant, timed
from benchmarks.loading import LOADS, History

EVENTS = 10_000

# Ten thousand spins of one session, and a second one that spins on.
SPINS = """
select slots.wallet_operation(wallet_id, 'credit', 1000000, 'start')
from unnest(array[md5('leaver'), md5('stayer')]::uuid[]) as person (id)
cross join lateral slots.create_wallet('AUD', 1000000000, owner_id => person.id);
create table bench_sessions as
select w.owner_id, s.session_id from slots.wallets as w cross join slots.games as g
cross join lateral slots.create_session(g.game_id, '{}', w.wallet_id, 'bench') as s;
do $$
begin
  for i in 1 .. %(hundreds)s loop
    perform from slots.act_many(
      (select session_id from bench_sessions where owner_id = md5('leaver')::uuid),
      (select jsonb_agg('{"type": "Spin", "amount": 1}'::jsonb) from generate_series(1, 100)), 'spins ' || i
    );
  end loop;
end $$;
create function bench_command() returns void language plpgsql as $$
begin
  perform slots.act(
    (select session_id from bench_sessions where owner_id = md5('stayer')::uuid), '{"type": "Spin", "amount": 1}', gen_random_uuid()::text
  );
end $$;
"""

# One of the four in a finished game was the person, who has no account; the game is copied.
LEAVER = """
insert into cards.players (id, display_name, avatar_seed, color) values (md5('leaver')::uuid, 'Leaver', 'leaver', 'teal');
set session_replication_role = replica;
update cards.game_players set player_id = md5('leaver')::uuid
where player_id = (select p.player_id from cards.game_players as p order by p.player_id limit 1);
set session_replication_role = origin;
select set_config('request.jwt.claims', json_build_object('sub', md5('stayer')::uuid, 'role', 'authenticated')::text, false);
select cards.upsert_player('Stayer', 'stayer', 'teal');
create table bench_game as select game_id, player_id from cards.create_game();
select set_config('request.jwt.claims', '', false);
create function bench_command() returns void language plpgsql as $$
declare
  _game constant uuid := (select b.game_id from bench_game as b);
  _index constant integer := (select (s.state).next_index from cards.game_states as s where s.game_id = _game);
begin
  perform cards.append_events(_game, _index, jsonb_build_array(jsonb_build_object(
    'type', 'invalid_action', 'payload',
    jsonb_build_object('_v', 1, 'playerId', (select b.player_id from bench_game as b), 'action', 'play_card', 'reason', 'MUST_FOLLOW_SUIT')
  )));
end $$;
"""

# Gifts, each with a note of the service.
GIFTS = """
select xp.register_user(person.id::uuid::text, 'UTC') from unnest(array[md5('leaver'), md5('stayer')]) as person (id);
create function bench_gift(person uuid) returns void language plpgsql as $$
begin
  perform xp.grant_xp(
    (select u.user_id from xp.xp_users as u where u.external_user_id = person::text), 1, 'GIFT', gen_random_uuid(), '{"note": "for you"}'
  );
end $$;
select count(bench_gift(md5('leaver')::uuid)) from generate_series(1, %(events)s);
create function bench_command() returns void language sql as $$ select bench_gift(md5('stayer')::uuid) $$;
"""

# Rolls of one session, the rows of one roll copied; another session rolls on.
THROWN = """
select bench_roll(1);
set session_replication_role = replica;
insert into sparc.declared_rolls select (jsonb_populate_record(d, jsonb_build_object('id', core.uuid_v7(), 'roll_number', n))).*
from sparc.declared_rolls as d cross join generate_series(2, %(events)s) as n;
insert into sparc.dice_rolls select (jsonb_populate_record(r, jsonb_build_object('id', d.id, 'roll_number', d.roll_number))).*
from sparc.dice_rolls as r join sparc.declared_rolls as d on d.roll_number > 1;
set session_replication_role = origin;
create function bench_command() returns void language sql as $$ select bench_roll(2) $$;
"""


def spins(ctx: Context) -> None:
    """Spin ten thousand times."""
    ctx.run(slots.GAME)
    ctx.run(SPINS % {"hundreds": ctx.size(EVENTS // 100, 1)})
    ctx.facts["leaver"] = "leaver"


def games(ctx: Context) -> None:
    """Play so many games that the person has made ten thousand events in them."""
    history = History.begin(ctx, LOADS["cards"])
    ctx.run(LEAVER)
    history.grow(ctx.size(4 * EVENTS, 1000))
    ctx.facts["leaver"] = "leaver"


def gifts(ctx: Context) -> None:
    """Give ten thousand times."""
    ctx.run(GIFTS % {"events": ctx.size(EVENTS, 100)})
    ctx.facts["leaver"] = "leaver"


def rolls(ctx: Context) -> None:
    """Throw ten thousand times."""
    ctx.run(sparc.TABLES + sparc.SECRETS + sparc.ROLLS)
    ctx.run(THROWN % {"events": ctx.size(EVENTS, 100)})
    ctx.facts["leaver"] = "player:1"


def erasing(ctx: Context) -> float:
    """Erase the person, and take it back."""
    erase = f"select core.erase_person(md5('{ctx.facts['leaver']}')::uuid, 'bench')"
    with ctx.conn.transaction(force_rollback=True):
        seconds = timed(lambda: ctx.one(erase))
    ctx.run("vacuum")
    return seconds


def case(system: str, setup: Callable[[Context], None], events: str, command: str) -> Case:
    """Return the case of one system."""
    return Case(
        system,
        f"erasing somebody with 10 000 {events}",
        [
            Variant("erasing", "core.erase_person", measure=erasing),
            Variant("a command", command, "select bench_command();"),
        ],
        [Bar("erasing", "<=", 20, "a command")],
        unit=SECONDS,
        setup=setup,
        clients=1,
    )


CASES = [
    case("slots", spins, "spins", "slots.act with Spin and amount"),
    case("cards", games, "events in card games", "cards.append_events with 1 event"),
    case("xp", gifts, "gifts with notes", "xp.grant_xp"),
    case("sparc", rolls, "rolls", "sparc.roll_dice"),
]
