-- Revert gamekeeper:sparc/fairness/revealed_secrets from pg
begin;
set local role gamekeeper;
drop function sparc.revealed_secrets(uuid);
commit;
