-- Deploy gamekeeper:cards/play/health_turns to pg
-- requires: core/upkeep/maintain cards/play/expire_turns cards/reading/verify_game cards/games/game_states core/keys/now_utc core/upkeep/health_checks
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.health_turns()
returns table (ok boolean, detail text, action text)
language sql
stable
begin atomic
  select
    count(*) = 0,
    count(*) || ' games wait for a turn that ran out more than 10 minutes ago',
    'Let a scheduler call core.maintain() or cards.expire_turns() every minute; a game that stays is reported by cards.verify_game().'
  from cards.game_states as s
  where s.turn_deadline < core.now_utc() - interval '10 minutes' and (s.state).turn is not null;
end;
comment on function cards.health_turns() is 'Health: turns that ran out are played for. [helper]';
revoke all on function cards.health_turns() from public;

insert into core.health_checks (name, function, meaning) values
  ('cards.turns', 'cards.health_turns()', 'Turns that ran out are played for: expire_turns() runs.');
commit;
