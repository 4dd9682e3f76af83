-- The state at any index folds no more than the events of one round.
begin;
select plan(5);

create temp table t on commit drop as select cards.simulate_game(4, 'folded') as game_id;
create temp table states on commit drop as
select e.event_index as at, cards.replay(e.game_id, e.event_index) as state from t join cards.game_events as e using (game_id);
create temp table rounds on commit drop as
select e.event_index as start, lead(e.event_index, 1, (select max(at) + 1 from states)) over (order by e.event_index) as until
from t join cards.game_events as e using (game_id) where e.type = 'round_started';

-- Burns every event of the game but those of one round, and asks for the state at an index; null when it cannot be told.
create function test.replay_without(first integer, until integer, at integer) returns cards.table_state
language plpgsql as $$
declare
  _state cards.table_state;
begin
  begin
    update cards.game_events as e
    set type = 'burnt'
    from t
    where e.game_id = t.game_id and e.event_index not between replay_without.first and replay_without.until - 1;
    _state := cards.replay((select game_id from t), replay_without.at);
    raise exception using errcode = 'ZZ000';
  exception
    when sqlstate 'ZZ000' then
      return _state;
    when sqlstate 'KG210' then
      return null;
  end;
end
$$;
set local session_replication_role = replica;
select is((select count(*) from rounds), 10::bigint, 'a game has ten rounds');
select is_empty($$
  select r.start, s.at from rounds as r join states as s on s.at in (r.start, r.start + 1, (r.start + r.until) / 2, r.until - 1)
  where test.replay_without(r.start + 1, s.at + 1, s.at) is distinct from s.state
$$, 'the state at an index of any round needs only the events of that round');
select is_empty($$
  select r.start from rounds as r where test.replay_without(r.start + 1, r.until - 1, r.until - 1) is not null
$$, 'the state cannot be told without an event of its round');
select is_empty($$
  select s.at from states as s, rounds as r where s.at < r.start and r.start = (select min(start) from rounds)
    and test.replay_without(0, s.at + 1, s.at) is distinct from s.state
$$, 'the state at an index of the lobby needs only the events of the lobby');

-- The same while a game runs, and for games that were brought.
create temp table running on commit drop as select test.cards_game(array['ann', 'bob', 'cyd']) as game_id;
set local session_replication_role = origin;
select test.cards_play(game_id, 3, 'playing') from running;
set local session_replication_role = replica;
update cards.game_events as e set type = 'burnt'
from running as r
where e.game_id = r.game_id
  and e.event_index <= (select max(x.event_index) from cards.game_events as x where x.game_id = r.game_id and x.type = 'round_started');
select is((select cards.replay(game_id) from running), (select test.cards_state(game_id) from running), 'the state of a running game needs only the events of its present round');

select * from finish();
rollback;
