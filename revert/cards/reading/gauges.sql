-- Revert gamekeeper:cards/reading/gauges from pg
begin;
set local role gamekeeper;
drop function cards.gauges();
commit;
