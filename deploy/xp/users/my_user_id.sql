-- Deploy gamekeeper:xp/users/my_user_id to pg
-- requires: xp/users/xp_users
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER, so that the policies of the other tables can ask it without reading xp_users under its
-- own policy. They call it as (select xp.my_user_id()): once per statement, never per row.
create function xp.my_user_id()
returns bigint
language sql
stable
security definer
parallel safe
set search_path = pg_temp
as $$
  select u.user_id from xp.xp_users as u where u.external_user_id = auth.uid()::text
$$;
comment on function xp.my_user_id() is 'The caller''s user_id; null without an account. [helper]';
revoke all on function xp.my_user_id() from public;
grant execute on function xp.my_user_id() to authenticated;
commit;
