-- Summary and lifetime statistics to the letter.
begin;
select plan(41);

-- Three people who always make the fallback move: 0 bids, so +5 without and -5 with a trick.
create function test.guest(n integer) returns uuid language sql immutable return ('00000000-0000-4000-8000-00000000000' || n)::uuid;
create temp table t on commit drop as select cards.import_game(test.cards_external_log(array[test.guest(1), test.guest(2), test.guest(3)])) as game_id;
select is((select final_scores from cards.game_summaries, t where game_summaries.game_id = t.game_id), (
  select jsonb_object_agg(p, s) from (
    select key as p, sum(value::integer) as s
    from cards.game_events e, t, jsonb_each_text(e.payload -> 'deltas')
    where e.game_id = t.game_id and e.type = 'round_scored' group by key) as x
), 'final scores are the sums of the rounds');
select is((select players -> 0 from cards.game_summaries, t where game_summaries.game_id = t.game_id),
  jsonb_build_object('playerId', test.guest(1), 'isBot', false, 'seatIndex', 0, 'score', -20, 'totalTricksWon', 16, 'highestBid', 0,
    'misplays', 0, 'longestWinStreak', 2, 'longestLossStreak', 6, 'isWinner', true), 'a summary tells each player''s result');
select is((select (cards.game_summary(game_id)).players -> 0 from t), (select players -> 0 || '{"displayName": "Guest 0"}' from cards.game_summaries, t where game_summaries.game_id = t.game_id), 'who reads a summary sees the name of each player beside the id');
select is((select array_agg(p ->> 'isWinner' order by p ->> 'seatIndex') from cards.game_summaries, t, jsonb_array_elements(players) as p where game_summaries.game_id = t.game_id), array['true', 'true', 'false'], 'ties share the win');
select is((select rounds -> 9 from cards.game_summaries, t where game_summaries.game_id = t.game_id) - '{bids,tricksWon,scoreDelta}'::text[], '{"roundIndex": 9, "cardsPerPlayer": 1, "trumpSuit": "clubs"}', 'a summary tells each round''s number, cards and trump');
select is((select jsonb_array_length(rounds) from cards.game_summaries, t where game_summaries.game_id = t.game_id), 10, 'a summary has ten rounds');
select is((select (highest_bid, highest_score, lowest_score, most_consecutive_wins, most_consecutive_losses, highest_misplay)::text from cards.game_summaries, t where game_summaries.game_id = t.game_id), '(0,-20,-50,2,10,0)', 'a summary tells the extremes of the game');
select is((select (games_played, games_won, highest_score, lowest_score, total_points, total_tricks_won, most_consecutive_wins, most_consecutive_losses)::text from cards.player_lifetime_stats where player_id = test.guest(1)), '(1,1,-20,-20,-20,16,1,0)', 'the highest and the lowest score of a career begin with the first game''s');
select is((select (games_played, games_won, most_consecutive_wins, most_consecutive_losses)::text from cards.player_lifetime_stats where player_id = test.guest(3)), '(1,0,0,1)', 'a game that was not won counts as lost');

select cards.import_game(test.cards_external_log(array[test.guest(1), test.guest(2), test.guest(3)])) from generate_series(1, 2);
select cards.import_game(test.cards_external_log(array[test.guest(3), test.guest(4), test.guest(1)]));
select is((select (games_played, games_won, most_consecutive_wins, most_consecutive_losses, current_wins, current_losses)::text from cards.player_lifetime_stats where player_id = test.guest(1)), '(4,3,3,1,0,1)', 'consecutive games won are counted');
select is((select (games_played, games_won, most_consecutive_wins, most_consecutive_losses, current_wins, current_losses)::text from cards.player_lifetime_stats where player_id = test.guest(3)), '(4,1,1,3,1,0)', 'consecutive games lost are counted');
select is((select (highest_score, lowest_score, total_points)::text from cards.player_lifetime_stats where player_id = test.guest(3)), '(-20,-50,-170)', 'points and tricks are summed over all games');
select is((select array_agg(career_index order by game_id) from cards.game_players where player_id = test.guest(1)), array[1, 2, 3, 4], 'a player''s completed games are numbered from 1');

create temp table stored on commit drop as select * from cards.player_lifetime_stats;
select is(cards.rebuild_lifetime_stats(), (select count(*)::integer from stored), 'statistics can be made anew');
select is_empty($$(table stored except table cards.player_lifetime_stats) union all (table cards.player_lifetime_stats except table stored)$$, 'statistics made anew are exactly what was stored');
update cards.game_players set score = 0 where player_id = test.guest(1);
select cards.rebuild_lifetime_stats();
select is_empty($$(table stored except table cards.player_lifetime_stats) union all (table cards.player_lifetime_stats except table stored)$$, 'statistics made anew come from the logs, also where a stored result was wrong');

select cards.simulate_game(2, 'bots');
select is((select count(*) from cards.player_lifetime_stats s join cards.players p on p.id = s.player_id where p.is_bot), 0::bigint, 'bots have no statistics by default');
update core.settings set value = 'true' where name = 'cards.bots_have_lifetime_stats';
select cards.rebuild_lifetime_stats();
select is((select count(*) from cards.player_lifetime_stats s join cards.players p on p.id = s.player_id where p.is_bot), 2::bigint, 'bots have statistics where the setting says so');
select cards.simulate_game(2, 'bots again');
select is((select sum(games_played) from cards.player_lifetime_stats s join cards.players p on p.id = s.player_id where p.is_bot), 4::bigint, 'the games of bots count where the setting says so');
update core.settings set value = 'false' where name = 'cards.bots_have_lifetime_stats';
select cards.rebuild_lifetime_stats();
select is((select count(*) from cards.game_players g join cards.players p on p.id = g.player_id where p.is_bot and g.career_index is not null), 0::bigint, 'the games of bots count no more when the setting is off again');

select test.cards_player('guest');
select test.cards_player('ann');
select test.as_user(test.user('ann'));
select is((cards.player_stats(test.user('ann'))).games_played, 0, 'a player who has not played has zeros');
select throws_ok($$select cards.player_stats(test.user('guest'))$$, 'KG004', null, 'nobody learns which player another account is');
select test.as_user(test.user('nobody'));
select throws_ok($$select cards.player_stats(test.user('nobody'))$$, 'KG004', null, 'a user who is no player has no statistics');
select test.as_user(test.user('ann'));
select throws_ok($$select cards.rebuild_lifetime_stats()$$, '42501', null, 'a user cannot rebuild the statistics');
select is_empty($$select * from cards.leaderboard()$$, 'private games do not count on the leaderboard');
select test.as_service();
select is((cards.player_stats(test.user('ann'))).games_won, 0, 'the service sees the statistics of any user');
select test.as_anon();
select throws_ok($$select cards.leaderboard()$$, '42501', null, 'anon sees no leaderboard');


-- Rated games beside all games.
select test.as_owner();
create function test.rated(name text) returns text language sql as $$
  select (s.games_played, s.games_won, s.total_points, s.highest_score, s.rated_games_played, s.rated_games_won, s.rated_total_points, s.rated_highest_score)::text
  from cards.players as p join cards.player_lifetime_stats as s on s.player_id = p.id where p.user_id = test.user(name)::text
$$;
create temp table r on commit drop as select test.cards_game(array['rob', 'sue'], '{}', true) as game_id;
select test.cards_play(game_id) from r;
select is((select count(*) from cards.game_players as p, r where p.game_id = r.game_id and p.is_rated), 2::bigint, 'a public game of people that they played to the end is rated');
create temp table before on commit drop as select test.rated('rob') as rob;
select matches((select rob from before), '^\((.*),\1\)$', 'a rated game counts in both');
create temp table q on commit drop as select test.cards_game(array['rob', 'sue'], '{}', false) as game_id;
select test.cards_play(game_id) from q;
select is((select count(*) from cards.game_players as p, q where p.game_id = q.game_id and not p.is_rated), 2::bigint, 'a private game is not rated');
select is((select split_part(test.rated('rob'), ',', 5)), '1', 'a game that is not rated leaves the rated ones alone');
select is((select split_part(test.rated('rob'), ',', 1)), '(2', 'a game that is not rated counts as the seed has it');
create temp table b on commit drop as select test.cards_lobby(array['rob', 'sue'], '{}', true) as game_id;
grant select on b to public;
select test.as_user(test.user('rob'));
select cards.add_bot(game_id) from b;
select cards.start_game(game_id) from b;
select test.as_owner();
select test.cards_play(game_id) from b;
select is((select count(*) from cards.game_players as p, b where p.game_id = b.game_id and p.is_rated), 0::bigint, 'a game with a bot is not rated');
create temp table l on commit drop as select test.cards_game(array['rob', 'sue'], '{}', true) as game_id;
grant select on l to public;
select test.as_user(test.user('rob'));
select cards.leave_game(game_id) from l;
select test.as_user(test.user('sue'));
select cards.leave_game(game_id) from l;
select test.as_owner();
select is((select g.status from cards.games as g, l where g.id = l.game_id), 'completed', 'a game that everybody left ends');
select is((select count(*) from cards.game_players as p, l where p.game_id = l.game_id and p.is_rated), 0::bigint, 'a game in which nobody was left is not rated');
select is((select split_part(test.rated('sue'), ',', 5)), '1', 'only the rated game counts on the leaderboard');
select is_empty($$select v.* from (table r union all table q union all table b union all table l) as g cross join lateral cards.verify_game(g.game_id) as v$$, 'rated and other games are sound');
create temp table made on commit drop as select * from cards.player_lifetime_stats;
update cards.game_players set is_rated = true;
select cards.rebuild_lifetime_stats();
select is_empty($$(table made except table cards.player_lifetime_stats) union all (table cards.player_lifetime_stats except table made)$$, 'statistics made anew tell from the logs which games are rated');
select test.as_user(test.user('ann'));
select is((select array_agg(display_name order by rank) from cards.leaderboard()), (select array_agg(p.display_name order by s.rated_games_won desc, s.rated_total_points desc, s.player_id) from cards.player_lifetime_stats as s join cards.players as p on p.id = s.player_id where p.display_name in ('rob', 'sue')), 'the leaderboard shows who played rated games, by games won, then by points');
select is((select array_agg(games_played) from cards.leaderboard()), array[1, 1], 'the leaderboard counts rated games alone');
select is((select count(*) from cards.leaderboard(1)), 1::bigint, 'the leaderboard has as many places as asked for');

select * from finish();
rollback;
