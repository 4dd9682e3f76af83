-- Verify gamekeeper:xp/policies/guard_rule on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('xp.guard_rule()', '() returns trigger');
select pg_temp.has_function_nature('xp.guard_rule()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('xp.guard_rule()', 'nobody');
select pg_temp.has_trigger('xp.xp_rules', 'guard_rule', 'BEFORE INSERT OR DELETE OR UPDATE FOR EACH ROW EXECUTE FUNCTION xp.guard_rule()');
select pg_temp.has_trigger('xp.xp_rules', 'guard_rule_truncate', 'BEFORE TRUNCATE FOR EACH STATEMENT EXECUTE FUNCTION xp.guard_rule()');
rollback;
