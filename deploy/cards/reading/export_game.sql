-- Deploy gamekeeper:cards/reading/export_game to pg
-- requires: cards/games/game_events core/callers/require_service core/errors/raise cards/documents/is_profile_event cards/players/players cards/players/profile_document
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.export_game(game_id uuid, with_names boolean default false)
returns jsonb
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _events jsonb;
begin
  perform core.require_service();
  select jsonb_agg(
    jsonb_build_object(
      'type', e.type,
      'payload', case
        when export_game.with_names and cards.is_profile_event(e.type) then e.payload || (
          select jsonb_build_object('profile', cards.profile_document(p)) from cards.players as p where p.id = (e.payload ->> 'playerId')::uuid
        )
        else e.payload
      end
    ) order by e.event_index
  ) into _events
  from cards.game_events as e
  where e.game_id = export_game.game_id;
  if _events is null then
    perform core.raise('NOT_FOUND', jsonb_build_object('gameId', export_game.game_id));
  end if;
  return _events;
end
$$;
comment on function cards.export_game(uuid, boolean) is
  'The whole log of a game, seeds and hands included, as import_game takes it: a JSON array of {type, payload}. It names players by '
  'their ids; their profiles come along only where with_names is true. Raises: FORBIDDEN, NOT_FOUND. [service]';
revoke all on function cards.export_game(uuid, boolean) from public;
grant execute on function cards.export_game(uuid, boolean) to service_role;
commit;
