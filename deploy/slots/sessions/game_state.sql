-- Deploy gamekeeper:slots/sessions/game_state to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.game_state as enum ('Idle', 'Initialized', 'Probing', 'Playing', 'Evaluating', 'Completed');
comment on type slots.game_state is
  'State of a session: Idle -> Initialized -> (Probing ->) Playing -> Evaluating -> (Playing | Completed); Initialized may go straight to Playing.';
commit;
