-- Deploy gamekeeper:xp/users/left_users to pg
-- requires: xp/users/xp_users core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Written so that each slot is looked up by xp_users_slot_idx; inlined, so that on one machine it costs nothing.
create function xp.left_users()
returns table (user_id bigint)
language sql
stable
begin atomic
  select u.user_id
  from core.slots as s
  cross join lateral (select a.user_id from xp.xp_users as a where a.user_id % 1024 = s.slot offset 0) as u
  where s.state = 'elsewhere';
end;
comment on function xp.left_users() is
  'Accounts with rows here that live on another server: their slot is being copied, or its copy was not taken away. None on one machine. '
  'Boards and sums leave them out. [helper]';
revoke all on function xp.left_users() from public;
commit;
