-- Revert gamekeeper:core/records/request_keys from pg
-- Destroys the idempotency keys: a request that is repeated afterwards is a new one.
begin;
set local role gamekeeper;
delete from core.settings where name = 'core.request_key_days';
drop table core.request_keys;
commit;
