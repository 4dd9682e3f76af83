-- Verify gamekeeper:sparc/dice/require_figure on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_function('sparc.require_figure(sparc.sessions,uuid,uuid,uuid,sparc.attribute)', '(session sparc.sessions, roller_id uuid, character_id uuid, creature_id uuid, attribute sparc.attribute) returns sparc.figure');
select pg_temp.has_function_nature('sparc.require_figure(sparc.sessions,uuid,uuid,uuid,sparc.attribute)', 'plpgsql, stable, parallel unsafe');
select pg_temp.has_function_grants('sparc.require_figure(sparc.sessions,uuid,uuid,uuid,sparc.attribute)', 'nobody');
rollback;
