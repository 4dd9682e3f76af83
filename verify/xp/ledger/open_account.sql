-- Verify gamekeeper:xp/ledger/open_account on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.open_account()', '() returns trigger');
select pg_temp.has_function_nature('xp.open_account()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.open_account()', 'nobody');
select pg_temp.has_trigger('xp.xp_users', 'open_account', 'AFTER INSERT FOR EACH ROW EXECUTE FUNCTION xp.open_account()');
rollback;
