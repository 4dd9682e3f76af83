-- Deploy gamekeeper:cards/reading/list_events to pg
-- requires: cards/documents/event_record cards/reading/require_reader core/errors/check_page_size cards/documents/redact_event cards/games/game_events cards/documents/is_profile_event cards/players/players cards/players/profile_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.list_events(game_id uuid, after_index integer default -1, page_size integer default 100)
returns setof cards.event_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _reader constant cards.reader := cards.require_reader(list_events.game_id);
  _limit constant integer := core.check_page_size(list_events.page_size);
begin
  return query
  select
    e.event_index, e.type,
    case
      when cards.is_profile_event(e.type) then e.payload || (
        select jsonb_build_object('profile', cards.profile_document(p)) from cards.players as p where p.id = (e.payload ->> 'playerId')::uuid
      )
      when _reader.sees_all then e.payload
      else cards.redact_event(e.type, e.payload, _reader.player_id::text)
    end,
    coalesce(e.created_at, (
      select f.created_at
      from cards.game_events as f
      where f.game_id = e.game_id and f.event_index < e.event_index and f.created_at is not null
      order by f.event_index desc
      limit 1
    ))
  from cards.game_events as e
  where e.game_id = list_events.game_id and e.event_index > coalesce(list_events.after_index, -1)
  order by e.event_index
  limit _limit;
end
$$;
comment on function cards.list_events(uuid, integer, integer) is
  'A page of the log after an index. While the game runs, for those in it, without seeds, other hands and the '
  'reasons of others'' misplays; after completion, and for the service, whole. Raises: UNAUTHENTICATED, NOT_FOUND, '
  'INVALID_INPUT. [client]';
revoke all on function cards.list_events(uuid, integer, integer) from public;
grant execute on function cards.list_events(uuid, integer, integer) to authenticated, service_role;
commit;
