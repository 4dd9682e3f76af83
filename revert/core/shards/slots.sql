-- Revert gamekeeper:core/shards/slots from pg
-- Forgets what is let in; the operator tells it again.
begin;
set local role gamekeeper;
drop table core.slots;
commit;
