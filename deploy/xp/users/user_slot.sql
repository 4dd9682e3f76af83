-- Deploy gamekeeper:xp/users/user_slot to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function xp.user_slot(user_id bigint)
returns integer
language sql
immutable
parallel safe
return (user_slot.user_id % 1024)::integer;
comment on function xp.user_slot(bigint) is
  'The slot of an account, which xp.new_user_id wrote into its number. [helper]';
revoke all on function xp.user_slot(bigint) from public;
commit;
