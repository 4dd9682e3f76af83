-- Deploy gamekeeper:xp/users/xp_profiles to pg
-- requires: xp/users/xp_users xp/users/my_user_id core/keys/is_display_name
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_profiles (
  user_id bigint primary key references xp.xp_users (user_id) on delete cascade,
  public_id uuid not null constraint xp_profiles_public_id_uidx unique,
  handle text constraint xp_profiles_handle_chk check (handle is null or length(handle) between 1 and 40 and core.is_display_name(handle))
);
comment on table xp.xp_profiles is
  'What others see of an account on boards, one row an account: an id that is not the auth id, and the name that the person chose.';
comment on column xp.xp_profiles.user_id is 'The account.';
comment on column xp.xp_profiles.public_id is
  'What boards call the account: it stays, carries the slot of the account (core.slot_in), and leads to no other id.';
comment on column xp.xp_profiles.handle is
  '1 to 40 characters that core.is_display_name allows, not unique; null before the person chose one, and after an erasure. [personal]';
alter table xp.xp_profiles enable row level security;
grant select on xp.xp_profiles to authenticated, service_role;
create policy own_row on xp.xp_profiles for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_row on xp.xp_profiles is 'A user sees their own row; xp.leaderboard shows what others may see.';
create policy service_reads on xp.xp_profiles for select to service_role using (true);
comment on policy service_reads on xp.xp_profiles is 'The service sees every row.';
commit;
