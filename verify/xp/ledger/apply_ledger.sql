-- Verify gamekeeper:xp/ledger/apply_ledger on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.apply_ledger()', '() returns trigger');
select pg_temp.has_function_nature('xp.apply_ledger()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.apply_ledger()', 'nobody');
select pg_temp.has_trigger('xp.xp_ledger', 'apply_ledger', 'AFTER INSERT REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION xp.apply_ledger()');
rollback;
