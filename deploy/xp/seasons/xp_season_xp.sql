-- Deploy gamekeeper:xp/seasons/xp_season_xp to pg
-- requires: xp/users/xp_users xp/seasons/xp_seasons xp/users/my_user_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_season_xp (
  user_id bigint not null references xp.xp_users (user_id) on delete cascade,
  season_id text not null references xp.xp_seasons (season_id),
  xp bigint not null constraint xp_season_xp_chk check (xp >= 0),
  primary key (user_id, season_id)
);
comment on table xp.xp_season_xp is
  'What each user earned in each season: the ledger''s positive amounts less corrections, kept by its trigger. Boards add up the same ledger for themselves.';
comment on column xp.xp_season_xp.user_id is 'The account.';
comment on column xp.xp_season_xp.season_id is 'The season. [none]';
comment on column xp.xp_season_xp.xp is 'XP earned in the season; spending does not lower it, a correction does.';
create index xp_season_xp_season_id_idx on xp.xp_season_xp (season_id);
alter table xp.xp_season_xp enable row level security;
grant select on xp.xp_season_xp to authenticated, service_role;
create policy own_rows on xp.xp_season_xp for select to authenticated using (user_id = (select xp.my_user_id()));
comment on policy own_rows on xp.xp_season_xp is 'A user sees their own seasons; xp.leaderboard shows the best of all.';
create policy service_reads on xp.xp_season_xp for select to service_role using (true);
comment on policy service_reads on xp.xp_season_xp is 'The service sees every season of every user.';
commit;
