-- Verify gamekeeper:sparc/rolls/finish_rolls on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.finish_rolls()', '() returns trigger');
select pg_temp.has_function_nature('sparc.finish_rolls()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.finish_rolls()', 'nobody');
select pg_temp.has_trigger('sparc.sessions', 'finish_rolls', 'AFTER UPDATE OF status FOR EACH ROW WHEN (((new.status = ANY (ARRAY[''completed''::sparc.session_status, ''cancelled''::sparc.session_status])) AND (old.status <> ALL (ARRAY[''completed''::sparc.session_status, ''cancelled''::sparc.session_status])))) EXECUTE FUNCTION sparc.finish_rolls()');
rollback;
