-- Revert gamekeeper:xp/users/user_numbers from pg
begin;
set local role gamekeeper;
drop sequence xp.user_numbers;
commit;
