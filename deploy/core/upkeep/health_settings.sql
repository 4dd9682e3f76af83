-- Deploy gamekeeper:core/upkeep/health_settings to pg
-- requires: core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A setting counts where it is the server's or the database's, and where it is set for a role in this database or all of them;
-- what the session that asks has set for itself is no matter.
create function core.health_settings()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with unsafe (name, bad, meaning) as (
    values
      ('fsync', 'off', 'a crash of the machine can destroy the database'),
      ('full_page_writes', 'off', 'a crash of the machine can destroy pages'),
      ('synchronous_commit', 'off', 'a crash loses calls that were answered'),
      ('autovacuum', 'off', 'nobody removes dead rows, nor freezes old ones'),
      ('track_counts', 'off', 'autovacuum does not know where to go'),
      ('zero_damaged_pages', 'on', 'damaged pages are lost in silence'),
      ('ignore_checksum_failure', 'on', 'damaged pages are read as if they were whole'),
      ('ignore_invalid_pages', 'on', 'recovery passes over damage'),
      ('session_replication_role', 'replica', 'guards, ledgers and foreign keys do not work')
  ),
  found as (
    select u.name, u.bad, u.meaning, '' as place
    from unsafe as u
    join pg_catalog.pg_settings as s on s.name = u.name and s.reset_val = u.bad
    union all
    select u.name, u.bad, u.meaning, coalesce(' for ' || r.rolname, ' for the database')
    from pg_catalog.pg_db_role_setting as d
    cross join unnest(d.setconfig) as c (setting)
    join unsafe as u on u.name = split_part(c.setting, '=', 1)
    left join pg_catalog.pg_roles as r on r.oid = d.setrole
    where d.setdatabase in (0, (select b.oid from pg_catalog.pg_database as b where b.datname = current_database()))
      and lower(split_part(c.setting, '=', 2)) = any (
        case u.bad when 'off' then array['off', 'false', 'no', '0'] when 'on' then array['on', 'true', 'yes', '1'] else array[u.bad] end
      )
  )
  select
    count(*) = 0,
    coalesce(string_agg(distinct format('%s = %s%s: %s', f.name, f.bad, f.place, f.meaning), '; '), 'no setting puts data at risk'),
    'Set each back: alter system reset, alter database reset or alter role reset, then select pg_reload_conf().'
  from found as f;
end;
comment on function core.health_settings() is
  'Whether no setting of the server, the database or a role puts data at risk: what was told could be lost, damage could be passed over. [helper]';
revoke all on function core.health_settings() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.settings', 'core.health_settings()', 'No setting puts data at risk.');
commit;
