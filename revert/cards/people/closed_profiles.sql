-- Revert gamekeeper:cards/people/closed_profiles from pg
-- Destroys the profiles of closed accounts.
begin;
set local role gamekeeper;
drop table cards.closed_profiles;
commit;
