-- Revert gamekeeper:cards/rules/complete_config from pg
begin;
set local role gamekeeper;
drop function cards.complete_config(jsonb);
commit;
