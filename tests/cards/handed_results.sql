-- Results of people who live on another server go home, and count there once.
begin;
select plan(38);

create function pg_temp.tell(version integer, away integer[]) returns integer language sql as $$
  select core.set_shard_map(version, 's1', '{"s1": "host=one", "s2": "host=two"}', array(
    select case when n = any (away) then 's2' else 's1' end from generate_series(0, 1023) as n order by n
  ))
$$;
create function pg_temp.slot(name text) returns integer language sql as $$select core.slot_of(test.user(name)::text)$$;
create function pg_temp.player(name text) returns uuid language sql security definer as $$select cards.player_id_of(test.user(name)::text)$$;
create function pg_temp.career(name text) returns text language sql as $$
  select (s.games_played, s.games_won, s.total_points, s.current_wins, s.current_losses)::text
  from cards.player_lifetime_stats as s where s.player_id = pg_temp.player(name)
$$;
-- A result as another server sends it: won where the score is above zero, at some minute of the day.
create function pg_temp.send(name text, score integer, minute integer, game_id uuid default core.uuid_v7(7), is_public boolean default true)
returns uuid language sql as $$
  insert into cards.handed_results (
    source, slot, user_id, player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, created_at, completed_at
  )
  select 's2', pg_temp.slot(name), test.user(name), pg_temp.player(name), send.game_id, score, 3, score > 0, true, send.is_public,
    array[test.user(name), test.user('friend')], '2026-03-01'::timestamptz, '2026-03-02'::timestamptz + minute * interval '1 minute'
  returning game_id
$$;
select isnt(pg_temp.slot('rob'), pg_temp.slot('sue'), 'the people of this file have slots of their own');

create temp table g (one uuid, two uuid, three uuid);
grant select on g to public;
insert into g (one) select test.cards_game(array['rob', 'sue'], '{}', true);
select test.cards_play(one) from g;
select is_empty('table cards.handed_results', 'on one machine no result is handed over');
select is((select s.games_played from cards.player_lifetime_stats as s where s.player_id = pg_temp.player('sue')), 1, 'on one machine a result counts at once');
select is(cards.upkeep_handed_results(), 0::bigint, 'on one machine no result comes');

select pg_temp.tell(1, array[pg_temp.slot('sue')]);
update g set two = test.cards_game(array['rob', 'sue'], '{}', true);
select test.cards_play(two) from g;
select is((select s.games_played from cards.player_lifetime_stats as s where s.player_id = pg_temp.player('rob')), 2, 'a result counts at once for whoever lives where it was played');
select results_eq(
  'select h.source, h.slot, h.user_id, h.player_id, h.score, h.tricks_won, h.is_winner, h.is_rated, h.completed_at from cards.handed_results as h, g where h.game_id = g.two',
  $$select 's1', pg_temp.slot('sue'), test.user('sue')::text, p.player_id, p.score, p.tricks_won, p.is_winner, p.is_rated, c.completed_at
    from g join cards.games as c on c.id = g.two join cards.game_players as p on p.game_id = c.id where p.player_id = pg_temp.player('sue')$$,
  'the result of whoever lives elsewhere is handed over as it is'
);
select is((select s.games_played from cards.player_lifetime_stats as s where s.player_id = pg_temp.player('sue')), 1, 'what is handed over does not count where it was played');
select is(cards.upkeep_handed_results(), 0::bigint, 'nobody takes a result of people who live elsewhere');
select is((select count(*) from cards.handed_results), 1::bigint, 'a result is kept for whom a slot is moved to');
select test.as_service();
select is_empty('select v.* from g, cards.verify_game(g.two) as v', 'a game is sound where the statistics of its players are elsewhere');
select lives_ok('select cards.rebuild_careers()', 'the statistics of a server can be made anew');
select test.as_owner();
select is((select count(*) from cards.player_lifetime_stats where player_id = pg_temp.player('sue')), 0::bigint, 'who lives elsewhere has no statistics here when they are made anew');

-- The same server again: the slot comes back, as when a move is given up.
select pg_temp.tell(2, array[]::integer[]);
select is(cards.upkeep_handed_results(), 1::bigint, 'a result is taken where its slot came to');
select is((select count(*) from cards.handed_results), 0::bigint, 'a result that was taken is on its way no more');
select test.as_service();
select lives_ok('select cards.rebuild_careers()', 'statistics are made anew of games played here and elsewhere');
select test.as_owner();
select is((select s.games_played from cards.player_lifetime_stats as s where s.player_id = pg_temp.player('sue')), 2, 'a game that is here and was handed over counts once');
select is((select count(*) from cards.list_player_games(pg_temp.player('sue'))), 2::bigint, 'a game that is here and was handed over is listed once');
update g set three = test.cards_game(array['rob', 'sue'], '{}', true);
update core.slots set state = 'moving' where slot = pg_temp.slot('sue');
select test.cards_play(three) from g;
select is((select count(*) from cards.handed_results), 1::bigint, 'a game that is completed while the slot of a player moves is handed over');
update core.slots set state = 'here' where slot = pg_temp.slot('sue');
select cards.upkeep_handed_results();
select is((select s.games_played from cards.player_lifetime_stats as s where s.player_id = pg_temp.player('sue')), 3, 'a result that came back to where it was played counts');
select test.as_service();
select is_empty('select v.* from g, unnest(array[g.one, g.two, g.three]) as i (id), cards.verify_game(i.id) as v', 'games are sound whichever way their results went');
select test.as_owner();

-- Rows as they arrive.
select test.cards_player('tom');
create temp table sent on commit drop as select pg_temp.send('tom', 10, 1) as won, pg_temp.send('tom', -5, 2) as lost, pg_temp.send('tom', 20, 3, is_public => false) as hidden;
select is(cards.upkeep_handed_results(), 3::bigint, 'all that came is taken');
select is(pg_temp.career('tom'), '(3,2,25,1,0)', 'results count in the order in which games were completed');
select pg_temp.send('tom', 10, 1, won), pg_temp.send('tom', -5, 2, lost), pg_temp.send('tom', -5, 2, lost) from sent;
select is(cards.upkeep_handed_results(), 3::bigint, 'what is sent again is taken again');
select is(pg_temp.career('tom'), '(3,2,25,1,0)', 'a result that is sent again does not count again');
select pg_temp.send('tom', -1, 4);
select cards.upkeep_handed_results();
select pg_temp.send('tom', 1, 0);
select cards.upkeep_handed_results();
select is(pg_temp.career('tom'), '(5,3,25,0,1)', 'a result that comes late counts in its place');
select is((select most_consecutive_wins from cards.player_lifetime_stats where player_id = pg_temp.player('tom')), 2, 'a streak is that of the order of completion');
create temp table stored on commit drop as table cards.player_lifetime_stats;
select cards.rebuild_careers();
select is_empty($$(table stored except table cards.player_lifetime_stats) union all (table cards.player_lifetime_stats except table stored)$$, 'statistics made anew are those that results made one by one');

select test.as_user(test.user('friend'));
select is((select count(*) from cards.list_player_games(pg_temp.player('tom'))), 5::bigint, 'who saw a private game elsewhere finds its result in the list');
select test.as_user(test.user('rob'));
select is((select count(*) from cards.list_player_games(pg_temp.player('tom'))), 4::bigint, 'who did not see a private game elsewhere does not find it in the list');
select is((select array_agg(score order by game_id desc) = array_agg(score) from cards.list_player_games(pg_temp.player('tom'), page_size => 3)), true, 'a page has games of all servers, newest first');
select throws_ok('table cards.away_results', '42501', null, 'no client reads the results that came home');
select throws_ok('table cards.handed_results', '42501', null, 'no client reads the results on their way');
select test.as_owner();

-- People who are not as they were.
select pg_temp.send('new', 4, 1);
select cards.upkeep_handed_results();
select is((select display_name from cards.players where user_id = test.user('new')::text), 'Player', 'who has no profile at home gets a plain one with the first result');
select test.as_user(test.user('shut'));
select core.close_account();
select test.as_owner();
select pg_temp.send('shut', 4, 1);
select cards.upkeep_handed_results();
select is((select display_name from cards.players where user_id = test.user('shut')::text), cards.gone_name(), 'a result brings nobody back who has left');
select test.cards_player('guest'), test.cards_player('uma');
select test.as_service();
select core.merge_accounts(test.user('guest'), test.user('uma'));
select test.as_owner();
select pg_temp.send('guest', 7, 1);
select cards.upkeep_handed_results();
select is(pg_temp.career('uma'), '(1,1,7,1,0)', 'a result of an account that was merged counts for the one that it became');
select pg_temp.tell(3, array[pg_temp.slot('uma')]);
select pg_temp.send('guest', 9, 2);
select cards.upkeep_handed_results();
select results_eq('select source, slot, user_id, score from cards.handed_results', $$values ('s1', pg_temp.slot('uma'), test.user('guest')::text, 9)$$, 'where the one that it became lives elsewhere, the result is sent on');
update cards.handed_results set handed_at = core.wall_clock() - interval '29 days';
select cards.upkeep_handed_results();
select is((select count(*) from cards.handed_results), 1::bigint, 'a result for somebody elsewhere is kept as long as the setting says');
update cards.handed_results set handed_at = core.wall_clock() - interval '31 days';
select cards.upkeep_handed_results();
select is((select count(*) from cards.handed_results), 0::bigint, 'a result for somebody elsewhere is forgotten in time');

select * from finish();
rollback;
