-- Verify gamekeeper:xp/users/board_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.board_account(bigint)', '(user_id bigint) returns bigint');
select pg_temp.has_function_nature('xp.board_account(bigint)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('xp.board_account(bigint)', 'nobody');
rollback;
