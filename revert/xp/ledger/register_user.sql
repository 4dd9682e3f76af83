-- Revert gamekeeper:xp/ledger/register_user from pg
begin;
set local role gamekeeper;
drop function xp.register_user(text, text, text);
commit;
