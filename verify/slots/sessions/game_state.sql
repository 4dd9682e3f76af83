-- Verify gamekeeper:slots/sessions/game_state on pg
begin;
\ir ../../helpers.psql
select pg_temp.has_type('slots.game_state', 'enum Idle, Initialized, Probing, Playing, Evaluating, Completed');
rollback;
