-- Revert gamekeeper:cards/log/progress from pg
begin;
set local role gamekeeper;
drop type cards.progress;
commit;
