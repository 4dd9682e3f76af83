-- The feed tells of every change of a game that somebody with an account is in, whoever makes it.
begin;
select plan(12);

create function test.fed(game_id uuid) returns text
language sql
return (
  select format('%s %s', f.next_index, f.turn_player_id is not distinct from ((s.state).player_ids[(s.state).turn + 1])::uuid)
  from cards.game_feed as f left join cards.game_states as s on s.game_id = f.game_id
  where f.game_id = fed.game_id
);
create function test.due(game_id uuid) returns text
language sql
return (select max(e.event_index) + 1 || ' t' from cards.game_events as e where e.game_id = due.game_id);

create temp table games on commit drop as
select test.cards_lobby(array['ada']) as room, test.cards_game(array['ada', 'bo', 'cy']) as game, cards.simulate_game(2, 'fed') as simulated;
grant select on games to service_role;
select is(test.fed(room), test.due(room), 'a room in which the host is alone is told') from games;
select is(test.fed(game), test.due(game), 'a game that begins is told') from games;
select test.cards_play(game, 3, 'playing') from games;
select is(test.fed(game), test.due(game), 'the moves of people are told') from games;
select is(test.fed(simulated), null, 'a game of bots is not told') from games;

create temp table brought on commit drop as
select
  cards.import_game((
    select jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.event_index)
    from cards.game_events as e where e.game_id = g.game
  )) as known,
  cards.import_game((
    select jsonb_agg(jsonb_build_object('type', e.type, 'payload', e.payload) order by e.event_index)
    from cards.game_events as e where e.game_id = g.simulated and e.event_index < 40
  )) as unknown
from games as g;
select is(test.fed(known), test.due(known), 'a running game that the service brings is told to those with an account') from brought;
select is(test.fed(unknown), null, 'a running game of players without an account is not told') from brought;
create temp table misplay on commit drop as
select jsonb_build_object('type', 'invalid_action', 'payload', jsonb_build_object(
  '_v', 1, 'playerId', (s.state).player_ids[1], 'action', 'play_card', 'reason', 'MUST_FOLLOW_SUIT'
)) as event, (s.state).next_index
from brought as b join cards.game_states as s on s.game_id = b.known;
select cards.append_events(known, next_index, jsonb_build_array(event)) from brought, misplay;
select is(test.fed(known), test.due(known), 'one event that the service appends is told') from brought;
select cards.append_events(known, next_index + 1, jsonb_build_array(event, event, event)) from brought, misplay;
select is(test.fed(known), test.due(known), 'several events that the service appends are told') from brought;

-- Who writes past all of our functions is told of as well, and only cards.sync_members says that a game is not told.
update cards.game_states as s set state.next_index = 7000, state.turn = null from games as g where s.game_id = g.game;
select is(test.fed(game), '7000 t', 'a state that is written by hand is told') from games;
create temp view tellers as
select p.oid::regproc::text as name from pg_proc as p where p.prosrc ~ 'is_told\s*(=|:=)' and p.pronamespace = 'cards'::regnamespace;
select is(array(select name from tellers), '{cards.sync_members}'::text[], 'one function alone says whether a game is told');
create function cards.breach() returns void language plpgsql as $$begin update cards.game_states set is_told = false; end$$;
select ok('cards.breach' in (select name from tellers), 'a function that stopped the feed of a game would be found');
alter table cards.game_states disable trigger tell_feed;
select cards.append_events(known, next_index + 4, jsonb_build_array(event)) from brought, misplay;
alter table cards.game_states enable trigger tell_feed;
select is(
  (select v.problem from brought as b, cards.verify_game(b.known) as v),
  'the feed does not tell what the log holds', 'the verification finds a change that was not told'
);

select * from finish();
rollback;
