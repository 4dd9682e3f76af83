-- Revert gamekeeper:cards/writing/plan_room from pg
begin;
set local role gamekeeper;
drop function cards.plan_room(cards.game_states);
drop type cards.room_plan;
commit;
