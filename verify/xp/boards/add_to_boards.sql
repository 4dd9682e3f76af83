-- Verify gamekeeper:xp/boards/add_to_boards on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.add_to_boards(bigint[],text[],bigint[])', '(user_ids bigint[], board_ids text[], xp bigint[]) returns void');
select pg_temp.has_function_nature('xp.add_to_boards(bigint[],text[],bigint[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('xp.add_to_boards(bigint[],text[],bigint[])', 'nobody');
rollback;
