-- Deploy gamekeeper:slots/play/require_open to pg
-- requires: core/errors/raise slots/play/reseeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_open(part text)
returns void
language plpgsql
volatile
as $$
begin
  if exists (select from slots.reseeds as r where r.ended_at is null) then
    perform core.raise('PLAY_SHUT', jsonb_strip_nulls(jsonb_build_object('part', require_open.part)));
  end if;
end
$$;
comment on function slots.require_open(text) is
  'Passes if bets are taken. Asked under the session''s lock, so that slots.reseed_all, which takes that lock after '
  'it shut play, sees every bet that passed. part: which part of the call asks, for DETAIL. Raises: PLAY_SHUT. '
  '[helper]';
revoke all on function slots.require_open(text) from public;
commit;
