-- Verify gamekeeper:sparc/sessions/session_policies on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_policy('sparc.session_players', 'Players visible with their session', 'select to PUBLIC using');
select pg_temp.has_policy('sparc.sessions', 'Sessions visible to participants or public', 'select to PUBLIC using');
rollback;
