-- Deploy gamekeeper:slots/play/require_open to pg
-- requires: core/errors/raise slots/games/games slots/play/reseeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, since every bet asks it.
create function slots.require_open(game_id uuid, part text)
returns void
language plpgsql
volatile
as $$
declare
  _refusal constant text := case
    when exists (select from slots.reseeds as r where r.ended_at is null) then 'PLAY_SHUT'
    when exists (select from slots.games as g where g.game_id = require_open.game_id and g.deleted_at is not null) then 'GAME_RETIRED'
  end;
begin
  if _refusal is not null then
    perform core.raise(_refusal, jsonb_strip_nulls(jsonb_build_object('part', require_open.part)));
  end if;
end
$$;
comment on function slots.require_open(uuid, text) is
  'Passes if bets are taken on the game. Asked under the session''s lock, so that slots.reseed_all, which takes that lock after '
  'it shut play, sees every bet that passed. part: which part of the call asks, for DETAIL. Raises: PLAY_SHUT, '
  'GAME_RETIRED. [helper]';
revoke all on function slots.require_open(uuid, text) from public;
commit;
