-- Verify gamekeeper:sparc/leaving/hooks on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_row('core.person_hooks', '{"kind": "close", "system": "sparc"}');
select pg_temp.has_row('core.person_hooks', '{"kind": "erase", "system": "sparc"}');
select pg_temp.has_row('core.person_hooks', '{"kind": "export", "system": "sparc"}');
select pg_temp.has_row('core.person_hooks', '{"kind": "merge", "system": "sparc"}');
select pg_temp.has_row('core.person_hooks', '{"kind": "reopen", "system": "sparc"}');
rollback;
