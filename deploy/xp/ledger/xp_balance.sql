-- Deploy gamekeeper:xp/ledger/xp_balance to pg
-- requires: xp/users/xp_users xp/users/my_user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Nothing that changes is indexed and a fifth of each page is left free, so updates stay HOT.
create table xp.xp_balance (
  user_id bigint primary key references xp.xp_users (user_id) on delete cascade,
  current_balance bigint not null default 0,
  lifetime_xp bigint not null default 0,
  seasonal_xp bigint not null default 0,
  season_id text,
  updated_at timestamptz not null default core.now_utc(),
  constraint xp_balance_totals_chk check (current_balance >= 0 and lifetime_xp >= 0 and seasonal_xp >= 0)
) with (fillfactor = 80);
comment on table xp.xp_balance is
  'What the ledger adds up to, one row a user, kept by the ledger''s trigger and by nothing else.';
comment on column xp.xp_balance.user_id is 'The account.';
comment on column xp.xp_balance.current_balance is 'Sum of all amounts, XP, of a correction what was there to take; never below 0.';
comment on column xp.xp_balance.lifetime_xp is 'What was ever earned: the positive amounts less corrections; spending does not lower it.';
comment on column xp.xp_balance.seasonal_xp is 'What was earned in season_id, likewise.';
comment on column xp.xp_balance.season_id is 'Latest season of kind main in which the user earned something; null: none yet. [none]';
comment on column xp.xp_balance.updated_at is 'Instant of the last entry, or of a rebuild.';
alter table xp.xp_balance enable row level security;
grant select on xp.xp_balance to authenticated, service_role;
create policy own_row on xp.xp_balance for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_row on xp.xp_balance is 'A user sees their own balance.';
create policy service_reads on xp.xp_balance for select to service_role using (true);
comment on policy service_reads on xp.xp_balance is 'The service sees every balance.';
commit;
