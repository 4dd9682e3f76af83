-- Revert gamekeeper:sparc/people/sync_profile from pg
-- Only the owner of auth.users, Supabase's, could drop the trigger; with its function it goes too.
begin;
set local role gamekeeper;
drop function sparc.sync_profile() cascade;
commit;
