-- Verify gamekeeper:sparc/feed/sequence_event on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.sequence_event()', '() returns trigger');
select pg_temp.has_function_nature('sparc.sequence_event()', 'plpgsql, volatile, parallel unsafe, security definer, search_path=pg_temp');
select pg_temp.has_function_grants('sparc.sequence_event()', 'nobody');
select pg_temp.has_trigger('sparc.session_events', 'sequence_event', 'BEFORE INSERT FOR EACH ROW EXECUTE FUNCTION sparc.sequence_event()');
rollback;
