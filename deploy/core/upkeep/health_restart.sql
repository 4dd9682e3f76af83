-- Deploy gamekeeper:core/upkeep/health_restart to pg
-- requires: core/upkeep/health_checks core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Whether other programs were installed since the server started is written in files that no role of ours may look at:
-- scripts/gamekeeper status says it of the private server.
create function core.health_restart()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(*) = 0,
    coalesce(
      'restart: it is waited for by ' || string_agg(s.name, ', ' order by s.name),
      format('PostgreSQL %s has run since %s', current_setting('server_version'), to_char(core.utc(pg_postmaster_start_time()), 'YYYY-MM-DD HH24:MI "UTC"'))
    ),
    'Restart the server in a quiet minute, as after each upgrade of its package.'
  from pg_catalog.pg_settings as s
  where s.pending_restart;
end;
comment on function core.health_restart() is
  'Whether no setting waits for a restart of the server. [helper]';
revoke all on function core.health_restart() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.restart', 'core.health_restart()', 'Nothing waits for a restart of the server.');
commit;
