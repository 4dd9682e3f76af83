-- Deploy gamekeeper:cards/play/health_turns to pg
-- requires: core/upkeep/maintain cards/play/expire_turns cards/reading/verify_game cards/games/game_states core/keys/wall_clock cards/rules/awaits_person core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.health_turns()
returns table (ok boolean, detail text, action text)
language sql
volatile
begin atomic
  select
    count(*) = 0,
    count(*) || ' games have waited for more than 10 minutes for a turn that ran out, or for a draw',
    'Let a scheduler call core.maintain() or cards.expire_turns() every minute; a game that stays is reported by cards.verify_game().'
  from cards.game_states as s
  where s.turn_deadline < core.wall_clock() - interval '10 minutes' and cards.awaits_person(s.state)
    or s.is_due and s.last_event_at < core.wall_clock() - interval '10 minutes';
end;
comment on function cards.health_turns() is 'Health: turns that ran out are played for, and draws that are due are made. [helper]';
revoke all on function cards.health_turns() from public;
insert into core.health_checks (name, function, meaning) values
  ('cards.turns', 'cards.health_turns()', 'Turns that ran out are played for: expire_turns() runs.');
commit;
