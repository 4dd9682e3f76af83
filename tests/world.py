"""A small world in which every client function has something to do, made through the public functions.

Ana hosts and plays, Ben plays with her, Sam is the Seer, Eve is a stranger to all of them. Every statement is a
transaction of its own, as a client's calls are. What the statements select is kept by its name.
"""

from __future__ import annotations

import hashlib
import json
import re
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import psycopg

from runner.testing import TestDatabases

PEOPLE = ("ana", "ben", "sam", "eve", "operator")
CALLERS = (*PEOPLE, "anon", "service")
ROLES = {"anon": "anon", "service": "service_role", "monitor": "gamekeeper_monitor"}

# Who does what, in order. A line that begins with a function's name in brackets is done where
# that function exists, with an exclamation mark where it does not.
STORY = """
owner: insert into auth.users (id, email, raw_user_meta_data)
  select test.user(n), n || '@example.org', jsonb_build_object('display_name', initcap(n))
  from unnest(array['ana', 'ben', 'sam', 'eve']) as n
owner: update core.settings set value = '1000' where name = 'cards.max_open_rooms'

service: select game_id as reel from slots.create_game('Letters',
  '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}', '{"A": {"payouts": {"1": 1.9}}, "B": {}}')
service: select game_id as huge from slots.create_game('As large as a game may be',
  (select jsonb_build_object('algorithm', 'hmac-sha256', 'reels', jsonb_agg(r.reel)) from (
    select jsonb_agg('s' || (s * 7 + r) % 200) as reel from generate_series(1, 20) as r, generate_series(1, 1000) as s group by r) as r),
  (select jsonb_object_agg('s' || s, jsonb_build_object('payouts', jsonb_build_object('1', 0.000001, '5', 1, '20', 1000)))
    from generate_series(0, 199) as s))
service: select game_id as old_reel from slots.create_game('Old letters',
  '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.9}}}')
ana: select wallet_id as wallet from slots.create_wallet('AUD', 100000)
ana: select wallet_id as empty_wallet from slots.create_wallet('AUD', 100000)
service: select from slots.wallet_operation(:wallet, 'credit', 1000, 'first')
ana: select from slots.set_limit('deposit', 'month', 1000000)
ana: select session_id as play from slots.create_session(:reel, '{}', :wallet, 'luck')
ana: select session_id as bet from slots.create_session(:reel, '{}', :wallet, 'luck')
ana: select from slots.act(:bet, '{"type": "PlaceBet", "amount": 5}')
ana: select session_id as spun from slots.create_session(:reel, '{}', :wallet, 'luck')
ana: select from slots.act(:spun, '{"type": "PlaceBet", "amount": 5}')
ana: select from slots.act(:spun, '{"type": "Spin"}')
operator: select dataset from slots.rl_create_dataset('played')
operator: select policy from slots.rl_create_policy('greedy',
  '{"Initialized": {"PlaceBet:1": 1}, "Playing": {"Spin": 1}, "Evaluating": {"CashOut": 1}}')
owner: select encode(sha256('a seed that anybody may know'), 'hex') as open_seed

ana: select id as ana_player from cards.upsert_player('Ana', 'a', 'teal')
ben: select id as ben_player from cards.upsert_player('Ben', 'b', 'teal')
ana: select game_id as lobby, join_code as code from cards.create_game('{"maxPlayers": 4}')
ben: select from cards.join_game(:code)
ana: select game_id as ready, join_code as ready_code from cards.create_game('{"maxPlayers": 4}', true)
ana: select cards.add_bot(:ready) as bot
ana: select game_id as duel, join_code as duel_code from cards.create_game('{"maxPlayers": 2}')
ben: select from cards.join_game(:duel_code)
ana: select cards.start_game(:duel)
[cards.continue_game] ana: select cards.continue_game(:duel)
ana: select game_id as tricks, join_code as tricks_code from cards.create_game('{"maxPlayers": 2}')
ben: select from cards.join_game(:tricks_code)
ana: select cards.start_game(:tricks)
[cards.continue_game] ana: select cards.continue_game(:tricks)
ben: select from cards.place_bid(:tricks, 1)
ana: select from cards.place_bid(:tricks, 1)
[cards.continue_game] ana: select cards.continue_game(:tricks)
ben: select card as ben_card from cards.legal_moves(:tricks) as card limit 1
ana: select game_id as bots, join_code as bots_code from cards.create_game('{"maxPlayers": 3}')
ben: select from cards.join_game(:bots_code)
ana: select cards.add_bot(:bots)
ana: select cards.start_game(:bots)
ana: select game_id as over, join_code as over_code from cards.create_game('{"maxPlayers": 2}')
ben: select from cards.join_game(:over_code)
ana: select cards.start_game(:over)
service: select test.cards_finish(:over)
service: select cards.replay(:over, 60) as a_state
owner: select e as an_event from cards.game_events as e where e.game_id = :over and e.event_index = 61

sam: insert into sparc.adventures (creator_id, name, difficulty) values (auth.uid(), 'Bell', 'hard') returning id as adventure
sam: select from sparc.publish_adventure(:adventure)
sam: insert into sparc.adventures (creator_id, name) values (auth.uid(), 'Draft') returning id as draft
sam: insert into sparc.creatures (adventure_id, name, stats) values (:adventure, 'Rat', '{"might": 1}') returning id as creature
ana: select id as hero from sparc.create_character('Rook', 'warrior')
ana: select id as spare from sparc.create_character('Finch', 'rogue')
ben: select id as ben_hero from sparc.create_character('Wren', 'rogue')
ana: select id as free_hero from sparc.create_character('Jay', 'rogue')
sam: select id as dusk, code as dusk_code from sparc.create_session(:adventure, is_public => true)
sam: select id as night, code as night_code from sparc.create_session(:adventure)
ana: select from sparc.join_session(:night_code, :hero)
sam: select from sparc.start_session(:night)
ana: select id as lost from sparc.declare_roll(:night, :hero, 'might', 18, modifiers => '[{"type": "flat", "value": -100}]')
ana: select from sparc.throw_roll(:lost)
sam: select id as fight, code as fight_code from sparc.create_session(:adventure, is_public => true)
ben: select from sparc.join_session(:fight_code, :ben_hero)
sam: select from sparc.start_session(:fight)
sam: select from sparc.start_encounter(:fight, 'ambush')
sam: select id as rest, code as rest_code from sparc.create_session(:adventure)
ana: select from sparc.join_session(:rest_code, :spare)
sam: select from sparc.start_session(:rest)
sam: select from sparc.pause_session(:rest)
sam: select id as past from sparc.create_session(:adventure)
sam: select from sparc.end_session(:past, 'cancelled')
sam: select id as dawn, code as dawn_code from sparc.create_session(:adventure)
ana: select id as dawn_hero from sparc.create_character('Crow', 'rogue')
ana: select from sparc.join_session(:dawn_code, :dawn_hero)

ana: select id as old_hero from sparc.create_character('Magpie', 'rogue')

ana: select from sparc.start_tutorial('player')

owner: select test.xp_policy(test.xp_flat())::text as policy
operator: select version from xp.create_rule('daily', test.xp_policy(test.xp_flat()))
operator: select from xp.activate_rule('daily', 1)
operator: select version from xp.create_rule('weekly', test.xp_policy(test.xp_flat()))
operator: select season_id as season from xp.create_season('spring', current_date - 10, current_date + 10)
ana: select user_id as account from xp.register_user(auth.uid()::text, 'Europe/Brussels')
ana: select receipt_id as receipt from xp.claim('daily', gen_random_uuid())
"""

# Plays a game of cards to its end as the service, which may see at once what it draws.
FINISH = """
create or replace function test.cards_finish(game_id uuid) returns void
language plpgsql as $$
begin
  while exists (select from cards.games as g where g.id = cards_finish.game_id and g.status <> 'completed') loop
    if (cards.player_view(cards_finish.game_id) ->> 'turnPlayerId') is not null then
      perform cards.forfeit_turn(cards_finish.game_id);
    elsif to_regprocedure('cards.continue_game(uuid)') is not null then
      execute 'select cards.continue_game($1)' using cards_finish.game_id;
    end if;
  end loop;
end
$$;
grant execute on function test.cards_finish(uuid) to service_role;
"""


def user_id(name: str) -> uuid.UUID:
    """Return the id that test.user gives a name."""
    return uuid.UUID(hashlib.md5(f"test:{name}".encode()).hexdigest())


def become(connection: psycopg.Connection, who: str) -> None:
    """Make a session one of a caller: the role and the claims that the gateway sets; monitoring comes past it, without any."""
    role = ROLES.get(who, "authenticated")
    claims: dict[str, object] = {"role": role}
    if who not in {*ROLES, "owner"}:
        claims["sub"] = str(user_id(who))
    if who == "operator":
        claims["app_metadata"] = {"gamekeeper": "operator"}
    connection.execute("reset role")
    if who == "owner":
        connection.execute("select set_config('request.jwt.claims', '', false)")
        return
    connection.execute(
        "select set_config('request.jwt.claims', %s, false), set_config('role', %s, false)",
        ["" if who == "monitor" else json.dumps(claims), role],
    )


class World:
    """The world in a database, and the names of what is in it."""

    def __init__(self, conninfo: str, story: str = STORY, people: Sequence[str] = PEOPLE) -> None:
        """Tell the story."""
        self.conninfo = conninfo
        self.names: dict[str, str | None] = {who: str(user_id(who)) for who in people}
        self.opened: list[psycopg.Connection] = []
        self.tell(story)

    def tell(self, story: str) -> None:
        """Do what a story says, and keep what it selects."""
        teller = self.connect("owner")
        teller.execute(FINISH)
        for statement in re.split(r"\n(?=\[|[a-z]+: )", story.strip()):
            parts = re.fullmatch(r"(?:\[(\S+)\] )?([a-z]+):\s+(.*)", statement.strip(), re.S)
            assert parts, statement
            needed, who, query = parts.groups()
            become(teller, "owner")
            if needed and self.has(teller, needed.lstrip("!")) == needed.startswith("!"):
                continue
            become(teller, who)
            cursor = teller.execute(self.filled(query).encode())
            found = cursor.fetchone() if cursor.description else None
            for column, value in zip(cursor.description or (), found or (), strict=True):
                self.names[column.name] = None if value is None else str(value)
        teller.close()

    @staticmethod
    def has(connection: psycopg.Connection, function: str) -> bool:
        """Tell whether there is a function of a name."""
        row = connection.execute("select to_regproc(%s) is not null", [function]).fetchone()
        return bool(row and row[0])

    def filled(self, query: str) -> str:
        """Put the names' values into a query."""
        return re.sub(
            r"(?<![:\w]):([a-z]\w*)",
            lambda found: psycopg.sql.quote(self.names[found[1]]),
            query,
        )

    def connect(self, who: str, *, autocommit: bool = True) -> psycopg.Connection:
        """Open a connection of a caller."""
        connection = psycopg.connect(self.conninfo, autocommit=True)
        self.opened.append(connection)
        become(connection, who)
        connection.autocommit = autocommit
        return connection

    def close(self) -> None:
        """Close what was opened."""
        for connection in self.opened:
            connection.close()


@contextmanager
def cloned_world(
    test_databases: TestDatabases, story: str = STORY, people: Sequence[str] = PEOPLE
) -> Iterator[World]:
    """Make a world in a clone of its own, which goes with it."""
    name = test_databases.clone()
    made = World(test_databases.server.conninfo(name), story, people)
    yield made
    made.close()
    test_databases.drop(name)
