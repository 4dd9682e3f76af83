-- Verify gamekeeper:sparc/adventures/guard_adventure_quota on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.adventures', 'guard_adventure_quota', 'BEFORE INSERT OR UPDATE OF content FOR EACH ROW EXECUTE FUNCTION sparc.guard_adventure_quota()');
select pg_temp.has_function('sparc.guard_adventure_quota()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_adventure_quota()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_adventure_quota()', 'nobody');
rollback;
