-- Deploy gamekeeper:xp/prizes/xp_prizes to pg
-- requires: xp/users/xp_users xp/users/my_user_id xp/seasons/xp_season_closings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_prizes (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  season_id text not null references xp.xp_season_closings (season_id),
  rank bigint not null,
  xp bigint not null constraint xp_prizes_xp_chk check (xp > 0),
  paid_at timestamptz,
  primary key (user_id, season_id)
);
comment on table xp.xp_prizes is
  'Who has a prize for a season that was closed, and whether it was paid: by an entry of the ledger, of reason SEASON_PRIZE.';
comment on column xp.xp_prizes.user_id is 'The account that is paid.';
comment on column xp.xp_prizes.season_id is 'The season. [none]';
comment on column xp.xp_prizes.rank is 'Rank at the end of the season; where accounts became one, the best one of them.';
comment on column xp.xp_prizes.xp is 'What the rank is worth.';
comment on column xp.xp_prizes.paid_at is 'When it was paid; null: the next run of upkeep pays it.';
create index xp_prizes_unpaid_idx on xp.xp_prizes (user_id, season_id) where paid_at is null;
create index xp_prizes_season_id_idx on xp.xp_prizes (season_id);
alter table xp.xp_prizes enable row level security;
grant select on xp.xp_prizes to authenticated, service_role;
create policy own_rows on xp.xp_prizes for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_prizes is 'A user sees their own prizes.';
create policy service_reads on xp.xp_prizes for select to service_role using (true);
comment on policy service_reads on xp.xp_prizes is 'The service sees every prize.';
commit;
