-- Deploy gamekeeper:xp/seasons/xp_seasons to pg
-- requires: core/records/guard_history core/records/audit core/keys/now_utc xp/schema core/shards/guard_definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_seasons (
  season_id text primary key constraint xp_seasons_season_id_chk check (season_id <> '' and length(season_id) <= 100),
  starts_on date not null,
  ends_on date not null,
  created_at timestamptz not null default core.now_utc(),
  constraint xp_seasons_order_chk check (starts_on <= ends_on),
  constraint xp_seasons_years_chk check (starts_on >= '0001-01-01' and ends_on <= '9999-12-31'),
  constraint xp_seasons_overlap_excl exclude using gist (daterange(starts_on, ends_on, '[]') with &&)
);
comment on table xp.xp_seasons is
  'Seasons: spans of reward days that do not overlap. The ledger names the season of each entry. Never removed, nor changed but for a later end: streaks and leaderboards stand on them.';
comment on column xp.xp_seasons.season_id is 'Name of the season, such as 2026-winter. [none]';
comment on column xp.xp_seasons.starts_on is 'First reward day of the season.';
comment on column xp.xp_seasons.ends_on is 'Last reward day of the season.';
comment on column xp.xp_seasons.created_at is 'Instant at which the season was announced.';
alter table xp.xp_seasons enable row level security;
grant select on xp.xp_seasons to authenticated, service_role;
create policy readable_by_all on xp.xp_seasons for select to authenticated, service_role using (true);
comment on policy readable_by_all on xp.xp_seasons is 'Seasons are announced to everybody who plays.';
create trigger guard_history_delete before delete on xp.xp_seasons for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_seasons for each statement execute function core.guard_history();
create trigger audit after insert or update or delete on xp.xp_seasons for each row execute function core.audit();
create trigger guard_definitions before insert or update or delete on xp.xp_seasons for each statement execute function core.guard_definitions();
commit;
