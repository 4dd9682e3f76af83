-- Deploy gamekeeper:xp/boards/hide_entry to pg
-- requires: xp/seasons/xp_hidden_entries xp/seasons/require_open_season xp/boards/is_board core/callers/require_service core/errors/raise core/shards/enter xp/users/user_slot core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.hide_entry(season_id text, user_id bigint, reason text)
returns xp.xp_hidden_entries
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _hidden xp.xp_hidden_entries;
begin
  perform core.require_service();
  if coalesce(length(hide_entry.reason), 0) not between 1 and 100 then
    perform core.raise('INVALID_INPUT', '{"field": "reason", "problem": "must have from 1 to 100 characters"}');
  end if;
  perform core.enter(xp.user_slot(hide_entry.user_id));
  if not xp.is_board(hide_entry.season_id) then
    perform core.raise_unknown_definition(jsonb_build_object('seasonId', hide_entry.season_id));
  end if;
  if not exists (select from xp.xp_users as u where u.user_id = hide_entry.user_id) then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', hide_entry.user_id));
  end if;
  insert into xp.xp_hidden_entries (user_id, season_id, reason)
  values (hide_entry.user_id, hide_entry.season_id, hide_entry.reason)
  on conflict on constraint xp_hidden_entries_pkey do nothing
  returning * into _hidden;
  if found then
    perform xp.require_open_season(hide_entry.season_id);
  else
    select h.* into _hidden
    from xp.xp_hidden_entries as h
    where h.user_id = hide_entry.user_id and h.season_id = hide_entry.season_id;
  end if;
  return _hidden;
end
$$;
comment on function xp.hide_entry(text, bigint, text) is
  'For the service: takes an account off a board (season_id is as in xp.leaderboard), now and later; XP and balance stay as they are. Whoever was '
  'behind moves up. An entry that is hidden already is answered as it is; the board of a closed season does not change. Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND, STATE_ERROR. [service] [repeat: natural]';
revoke all on function xp.hide_entry(text, bigint, text) from public;
grant execute on function xp.hide_entry(text, bigint, text) to service_role;
commit;
