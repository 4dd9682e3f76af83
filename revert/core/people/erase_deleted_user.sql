-- Revert gamekeeper:core/people/erase_deleted_user from pg
-- Only the owner of auth.users, Supabase's, could drop the trigger; with its function it goes too.
begin;
set local role gamekeeper;
drop function core.erase_deleted_user() cascade;
commit;
