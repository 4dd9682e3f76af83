-- Whoever goes leaves the games that live here; those on another server are left there, and one on its way is waited for.
begin;
select plan(7);

create function pg_temp.player(name text) returns uuid language sql security definer as $$select cards.player_id_of(test.user(name)::text)$$;
create function pg_temp.left_by(game_id uuid, name text) returns bigint language sql as $$
  select count(*) from cards.game_events as e
  where e.game_id = left_by.game_id and e.type = 'player_left' and e.payload ->> 'playerId' = pg_temp.player(left_by.name)::text
$$;
create temp table g as select test.cards_game(array['rob', 'sue']) as here, test.cards_game(array['tom', 'sue']) as away;
select core.set_shard_map(1, 's1', '{"s1": "host=one", "s2": "host=two"}', array_fill('s1'::text, array[1024]));
update core.slots as s set state = 'here' from g where s.slot in (core.slot_in(g.here), core.slot_in(g.away));

select isnt(core.slot_in(here), core.slot_in(away), 'the games have slots of their own') from g;
update core.slots as s set state = 'moving' from g where s.slot = core.slot_in(g.away);
select throws_ok(
  format('select cards.leave_games(%L)', pg_temp.player('sue')), 'KG014', null,
  'nobody leaves a game that is on its way to another server, for its copy would not know'
);
select is(pg_temp.left_by(here, 'sue'), 0::bigint, 'nothing of it happened') from g;
update core.slots as s set state = 'elsewhere' from g where s.slot = core.slot_in(g.away);
create temp table before on commit drop as select s.* from cards.game_states as s join g on s.game_id = g.away;
select lives_ok(format('select cards.leave_games(%L)', pg_temp.player('sue')), 'a game on another server stops nobody from leaving those here');
select is(pg_temp.left_by(here, 'sue'), 1::bigint, 'the game that is here is left') from g;
select results_eq('select s.* from cards.game_states as s join g on s.game_id = g.away', 'table before', 'a game on another server is left as it is');
select is(pg_temp.left_by(away, 'sue'), 0::bigint, 'its log is that of the other server') from g;

select * from finish();
rollback;
