-- Deploy gamekeeper:xp/ledger/open_account to pg
-- requires: xp/ledger/xp_balance xp/streaks/xp_streaks
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
  return null;
end
$$;
comment on function xp.open_account() is
  'AFTER INSERT row trigger of xp.xp_users: gives the account its balance and its streak, so that no command has to ask whether they exist. [helper]';
revoke all on function xp.open_account() from public;
create trigger open_account after insert on xp.xp_users for each row execute function xp.open_account();
comment on trigger open_account on xp.xp_users is 'Every account has a balance and a streak from the start.';
commit;
