-- Deploy gamekeeper:xp/users/new_user_id to pg
-- requires: core/keys/slot_of xp/users/user_numbers
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.new_user_id(external_user_id text)
returns bigint
language sql
volatile
return nextval('xp.user_numbers'::regclass) * 1024 + core.slot_of(new_user_id.external_user_id);
comment on function xp.new_user_id(text) is
  'The user_id of a new account: a number that was never given, times 1024, plus the slot of the external id, which '
  'is therefore user_id % 1024. [helper]';
revoke all on function xp.new_user_id(text) from public;
commit;
