-- Verify gamekeeper:sparc/archive/archive_policies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_policy('sparc.archived_session_players', 'Archived players visible to participants', 'select to PUBLIC using');
select pg_temp.has_policy('sparc.archived_sessions', 'Archived sessions visible to participants', 'select to PUBLIC using');
rollback;
