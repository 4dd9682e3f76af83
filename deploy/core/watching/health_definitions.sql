-- Deploy gamekeeper:core/watching/health_definitions to pg
-- requires: core/upkeep/health_checks core/shards/shards core/shards/definitions core/shards/followed_definitions core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.health_definitions()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  with seen as (
    select
      f.is_shard, f.is_followed, f.is_behind,
      coalesce(to_char(core.utc(f.written_at), 'YYYY-MM-DD HH24:MI "UTC"'), 'unknown times') as written,
      (
        select string_agg(d.table_name, ', ' order by d.table_name)
        from core.definitions as d
        where d.own_digest <> d.digest
      ) as different
    from core.followed_definitions() as f
  )
  select
    not s.is_shard or not s.is_behind and s.different is null,
    case
      when not s.is_shard then 'definitions are written here'
      else concat_ws('; ',
        case when not s.is_followed then 'not connected to the home of definitions' end,
        case
          when s.is_behind then 'what is here is of ' || s.written || ': who names anything else gets RETRY_LATER'
          when s.different is null then 'as at their home at ' || s.written
        end,
        'not as at their home: ' || s.different
      )
    end,
    'Look whether the home runs and its upkeep too, then into this server''s log and pg_stat_subscription; copy a table that differs '
    'from its home (docs/scale.md, "Definitions").'
  from seen as s;
end;
comment on function core.health_definitions() is
  'Whether a shard follows the home of definitions, and had the same rows when it last heard of their digests. [helper]';
revoke all on function core.health_definitions() from public;

insert into core.health_checks (name, function, meaning) values
  ('core.definitions', 'core.health_definitions()', 'A shard follows the home of definitions, and has the same rows.');
commit;
