-- Verify gamekeeper:cards/rules/seat_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.seat_results(cards.table_state)', '(state cards.table_state) returns TABLE(player_id uuid, seat_index integer, score integer, tricks_won integer, highest_bid integer, misplays integer, longest_win_streak integer, longest_loss_streak integer, is_winner boolean)');
select pg_temp.has_function_nature('cards.seat_results(cards.table_state)', 'sql, immutable, parallel safe');
select pg_temp.has_function_grants('cards.seat_results(cards.table_state)', 'nobody');
rollback;
