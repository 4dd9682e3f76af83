-- Verify gamekeeper:sparc/archive/health on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('core.health_checks', '{"name": "sparc.archive", "function": "sparc.health_archive()"}');
select pg_temp.has_row('core.health_checks', '{"name": "sparc.notify", "function": "sparc.health_notify()"}');
select pg_temp.has_row('core.health_checks', '{"name": "sparc.realtime", "function": "sparc.health_realtime()"}');
rollback;
