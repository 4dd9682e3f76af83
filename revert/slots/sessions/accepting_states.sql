-- Revert gamekeeper:slots/sessions/accepting_states from pg
begin;
set local role gamekeeper;
drop function slots.accepting_states(text);
commit;
