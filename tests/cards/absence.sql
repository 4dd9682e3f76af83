-- Who stays silent is not waited for, and one game that stops does not stop the others.
begin;
select plan(16);

create temp table t on commit drop as select test.cards_game(array['ann', 'bob']) as game_id;
grant select on t to public;
create function test.game() returns uuid language sql as 'select game_id from t';
create function test.code() returns text language sql security definer as 'select join_code from cards.room_directory as r, t where r.game_id = t.game_id';
create function test.events(type text) returns bigint language sql security definer as 'select test.cards_events(game_id, type) from t';
create function test.turn() returns text language sql security definer as $$select cards.player_view(game_id) ->> 'turnPlayerId' from t$$;
create function test.pid(name text) returns text language sql security definer as 'select id::text from cards.players where user_id = test.user(name)::text';
-- Ann plays whenever it is her turn, Bob never does; says how often upkeep played for him until something comes true.
create function test.wait_for_bob(most integer) returns integer language plpgsql as $$
declare
  _count integer := 0;
begin
  for _step in 1..most loop
    exit when test.events('player_marked_absent') > 0;
    if test.turn() = test.pid('ann') then
      perform test.cards_move(test.game());
    else
      perform test.cards_run_out(test.game());
      perform cards.expire_turns();
      _count := _count + 1;
    end if;
  end loop;
  return _count;
end
$$;

select is(test.wait_for_bob(20), 3, 'a person is absent after three fallback moves in a row');
select is((select payload ->> 'reason' from cards.game_events as e, t where e.game_id = t.game_id and e.type = 'player_marked_absent'), 'silent', 'the log says why a person is absent');
select is(test.turn(), test.pid('ann'), 'who is absent is not waited for');
select test.as_user(test.user('bob'));
select is((cards.join_game(test.code())).seat_index, 1, 'who is absent comes back by the code');
select test.as_owner();
select test.cards_play(test.game(), 1, 'bidding');
select is((select absent from test.cards_state(test.game())), 0, 'who came back takes part in the next round');
select is(test.events('player_reconnected'), 1::bigint, 'the return is an event right before the next round');

-- An own move begins the count anew.
create temp table u on commit drop as select test.cards_game(array['cyd', 'dan']) as game_id;
create function test.silences() returns integer[] language sql return (select s.silences from cards.game_states as s, u where s.game_id = u.game_id);
select test.cards_run_out(game_id) from u;
select cards.expire_turns();
select is(test.silences(), array[0, 1], 'a fallback move is counted for whom it was made');
select test.cards_move(game_id), test.cards_move(game_id) from u;
select is(test.silences(), array[0, 0], 'an own move begins the count of fallback moves anew');

-- Nobody is left who acts.
update core.settings set value = '1' where name = 'cards.absent_after';
create function test.silence(games integer) returns void language plpgsql as $$
begin
  for _step in 1..games loop
    perform test.cards_run_out(game_id) from u;
    perform cards.expire_turns();
  end loop;
end
$$;
select test.silence(2);
select is((select g.status from cards.games as g, u where g.id = u.game_id), 'completed', 'a game in which nobody acts any more ends by itself');
select is_empty($$select v.* from u, cards.verify_game(u.game_id) as v$$, 'the log of a game that ended by itself is sound');

-- A game that cannot go on is named, and the others go on.
create temp table stuck on commit drop as select test.cards_game(array['eve', 'fay']) as broken, test.cards_game(array['gil', 'hal']) as sound;
update cards.game_states set state.bids = null, state.player_ids[2] = 'nobody' where game_id = (select broken from stuck);
select test.cards_run_out(broken), test.cards_run_out(sound) from stuck;
select is(cards.expire_turns(), 1, 'a game that upkeep cannot move on does not stop the others');
select is((select problem is not null from cards.game_states where game_id = (select broken from stuck)), true, 'why upkeep could not move a game on is written down');
select is(cards.expire_turns(), 0, 'upkeep leaves a game alone that it could not move on');
select matches((select detail from cards.health_turns()), (select broken::text from stuck), 'health names the game that cannot go on');

select test.as_user(test.user('ann'));
select throws_ok($$select cards.run_game(test.game())$$, '42501', null, 'only the service runs a game');
select throws_ok($$select cards.due_games()$$, '42501', null, 'only the service learns which games wait');

select * from finish();
rollback;
