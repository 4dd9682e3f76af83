-- Verify gamekeeper:sparc/adventures/apply_tallies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.apply_tallies(uuid[])', '(tally_ids uuid[]) returns integer');
select pg_temp.has_function_nature('sparc.apply_tallies(uuid[])', 'plpgsql, volatile, parallel unsafe');
select pg_temp.has_function_grants('sparc.apply_tallies(uuid[])', 'nobody');
rollback;
