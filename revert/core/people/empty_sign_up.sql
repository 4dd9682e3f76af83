-- Revert gamekeeper:core/people/empty_sign_up from pg
begin;
set local role gamekeeper;
drop function core.empty_sign_up(uuid);
commit;
