-- Deploy gamekeeper:cards/play/can_forfeit to pg
-- requires: cards/games/game_states cards/rules/awaits_person core/records/setting cards/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.can_forfeit(game cards.game_states)
returns boolean
language sql
stable
parallel safe
return coalesce(
  cards.awaits_person((can_forfeit.game).state)
  and (can_forfeit.game).warned_at
    + make_interval(secs => least(((can_forfeit.game).state).turn_seconds, core.setting('cards.warning_seconds')::integer))
    <= (can_forfeit.game).last_event_at,
  false
);
comment on function cards.can_forfeit(cards.game_states) is
  'Whether the turn of a person has run out at the instant of the command: upkeep has noted it, and some time has passed since. [helper]';
revoke all on function cards.can_forfeit(cards.game_states) from public;
commit;
