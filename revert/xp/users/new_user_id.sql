-- Revert gamekeeper:xp/users/new_user_id from pg
begin;
set local role gamekeeper;
drop function xp.new_user_id(text);
commit;
