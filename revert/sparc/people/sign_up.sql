-- Revert gamekeeper:sparc/people/sign_up from pg
-- Only the owner of auth.users, Supabase's, could drop the triggers; with their functions they go too.
begin;
set local role gamekeeper;
alter table sparc.users drop constraint users_id_fkey;
drop function sparc.handle_new_user() cascade;
drop function sparc.sync_user_email() cascade;
delete from sparc.users;
commit;
