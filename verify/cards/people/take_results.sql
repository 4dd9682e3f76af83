-- Verify gamekeeper:cards/people/take_results on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('cards.take_results(cards.handed_results[])', '(results cards.handed_results[]) returns void');
select pg_temp.has_function_nature('cards.take_results(cards.handed_results[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('cards.take_results(cards.handed_results[])', 'nobody');
rollback;
