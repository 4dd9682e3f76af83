-- Verify gamekeeper:sparc/adventures/guard_creature_quota on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_trigger('sparc.creatures', 'guard_creature_quota', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.guard_creature_quota()');
select pg_temp.has_function('sparc.guard_creature_quota()', '() returns trigger');
select pg_temp.has_function_nature('sparc.guard_creature_quota()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.guard_creature_quota()', 'nobody');
rollback;
