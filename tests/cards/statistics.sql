-- Summary and lifetime statistics to the letter.
begin;
select plan(27);

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
select is((select array_agg(player_id order by rank) from (select * from cards.leaderboard(2) limit 2) as l), array[test.guest(2), test.guest(1)], 'the leaderboard is ordered by games won, then by points');
select test.as_service();
select is((cards.player_stats(test.user('ann'))).games_won, 0, 'the service sees the statistics of any user');
select test.as_anon();
select throws_ok($$select cards.leaderboard()$$, '42501', null, 'anon sees no leaderboard');

select * from finish();
rollback;
