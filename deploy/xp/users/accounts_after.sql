-- Deploy gamekeeper:xp/users/accounts_after to pg
-- requires: xp/users/xp_users
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.accounts_after(user_id bigint, accounts integer)
returns bigint[]
language plpgsql
stable
as $$
begin
  return array(
    select u.user_id
    from xp.xp_users as u
    where u.user_id > coalesce(accounts_after.user_id, -1)
    order by u.user_id
    limit accounts_after.accounts
  );
end
$$;
comment on function xp.accounts_after(bigint, integer) is
  'So many accounts after this one (null: the first), ascending; none after the end. Whatever looks at all accounts, some at a time, asks it. [helper]';
revoke all on function xp.accounts_after(bigint, integer) from public;
commit;
