-- Deploy gamekeeper:cards/log/read_events to pg
-- requires: cards/games/game_events core/errors/raise cards/documents/is_profile_event cards/log/without_profile
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.read_events(game_id uuid, first_index integer, events jsonb)
returns cards.game_events[]
language plpgsql
volatile
parallel safe
as $$
begin
  if jsonb_typeof(read_events.events) is distinct from 'array' then
    perform core.raise('INVALID_INPUT', '{"field": "events", "problem": "must be an array of {type, payload}"}');
  elsif jsonb_array_length(read_events.events) not between 1 and 10000 then
    perform core.raise('INVALID_INPUT', '{"field": "events", "problem": "must hold 1 to 10000 events"}');
  end if;
  return array(
    select case when cards.is_profile_event((r.event).type) then cards.without_profile(r.event) else r.event end
    from jsonb_array_elements(read_events.events) with ordinality as e (event, at)
    cross join lateral (
      select row(read_events.game_id, read_events.first_index + e.at::integer - 1, e.event ->> 'type', e.event -> 'payload', null)::cards.game_events as event
    ) as r
    order by e.at
  );
end
$$;
comment on function cards.read_events(uuid, integer, jsonb) is
  'The rows that a JSON array of {type, payload} stands for, as a log holds them: without profiles, in the present version. '
  'Raises: INVALID_INPUT, REPLAY_ERROR. [helper]';
revoke all on function cards.read_events(uuid, integer, jsonb) from public;
commit;
