-- Deploy gamekeeper:xp/ledger/open_account to pg
-- requires: core/keys/uuid_v7 xp/ledger/xp_balance xp/streaks/xp_streaks xp/users/xp_profiles xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.open_account()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  insert into xp.xp_balance (user_id) values (new.user_id);
  insert into xp.xp_streaks (user_id) values (new.user_id);
  insert into xp.xp_profiles (user_id, public_id) values (new.user_id, core.uuid_v7(xp.user_slot(new.user_id)));
  return null;
end
$$;
comment on function xp.open_account() is
  'AFTER INSERT row trigger of xp.xp_users: gives the account its balance, its streak and its public id, so that no command has to ask whether they exist. [helper]';
revoke all on function xp.open_account() from public;
create trigger open_account after insert on xp.xp_users for each row execute function xp.open_account();
comment on trigger open_account on xp.xp_users is 'Every account has a balance, a streak and a public id from the start.';
commit;
