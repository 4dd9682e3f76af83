-- Deploy gamekeeper:xp/seasons/guard_season to pg
-- requires: xp/seasons/xp_seasons core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.guard_season()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  if new.ends_on < old.ends_on or to_jsonb(new) - 'ends_on' is distinct from to_jsonb(old) - 'ends_on' then
    perform core.raise('APPEND_ONLY', '{"table": "xp.xp_seasons", "operation": "UPDATE"}');
  end if;
  return new;
end
$$;
comment on function xp.guard_season() is
  'BEFORE UPDATE row trigger of xp.xp_seasons: nothing but a later end is written, whoever writes. Raises: APPEND_ONLY. [helper]';
revoke all on function xp.guard_season() from public;
create trigger guard_season before update on xp.xp_seasons for each row execute function xp.guard_season();
comment on trigger guard_season on xp.xp_seasons is 'A season may last longer; nothing else of it changes.';
commit;
