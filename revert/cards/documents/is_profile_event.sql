-- Revert gamekeeper:cards/documents/is_profile_event from pg
begin;
set local role gamekeeper;
drop function cards.is_profile_event(text);
commit;
