-- Revert gamekeeper:sparc/feed/published_payload from pg
begin;
set local role gamekeeper;
drop function sparc.published_payload(jsonb);
commit;
