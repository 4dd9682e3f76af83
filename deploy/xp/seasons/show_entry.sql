-- Deploy gamekeeper:xp/seasons/show_entry to pg
-- requires: xp/seasons/xp_hidden_entries xp/seasons/require_open_season core/callers/require_service core/shards/enter xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.show_entry(season_id text, user_id bigint)
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_service();
  perform core.enter(xp.user_slot(show_entry.user_id));
  delete from xp.xp_hidden_entries as h
  where h.user_id = show_entry.user_id and h.season_id = show_entry.season_id;
  if found then
    perform xp.require_open_season(show_entry.season_id);
  end if;
end
$$;
comment on function xp.show_entry(text, bigint) is
  'For the service: puts an entry that was hidden back on its board, unless that is the one of a season that was closed. Raises: FORBIDDEN, STATE_ERROR. [service] [repeat: natural]';
revoke all on function xp.show_entry(text, bigint) from public;
grant execute on function xp.show_entry(text, bigint) to service_role;
commit;
