-- Revert gamekeeper:sparc/people/handle_new_user from pg
-- Only the owner of auth.users, Supabase's, could drop the trigger; with its function it goes too.
begin;
set local role gamekeeper;
drop function sparc.handle_new_user() cascade;
delete from sparc.users;
commit;
