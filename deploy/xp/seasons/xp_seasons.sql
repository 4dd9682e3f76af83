-- Deploy gamekeeper:xp/seasons/xp_seasons to pg
-- requires: core/records/guard_history core/records/audit core/keys/now_utc xp/schema core/shards/guard_definitions core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Equality of texts has no operator class of GiST without an extension, so kinds are compared by their hash, as a range of one number.
create table xp.xp_seasons (
  season_id text primary key constraint xp_seasons_season_id_chk check (season_id !~ '^(|all|(day|week|month):.*)$' and length(season_id) <= 100),
  starts_on date not null,
  ends_on date not null,
  kind text not null default 'main' constraint xp_seasons_kind_chk check (kind ~ '^[a-z][a-z0-9_-]{0,39}$'),
  prizes jsonb not null default '[]',
  created_at timestamptz not null default core.now_utc(),
  constraint xp_seasons_order_chk check (starts_on <= ends_on),
  constraint xp_seasons_years_chk check (starts_on >= '0001-01-01' and ends_on <= '9999-12-31'),
  constraint xp_seasons_overlap_excl exclude using gist (
    int8range(hashtextextended(kind, 0), hashtextextended(kind, 0), '[]') with &&, daterange(starts_on, ends_on, '[]') with &&
  )
);
comment on table xp.xp_seasons is
  'Seasons: spans of reward days; those of one kind do not overlap. The ledger names the seasons of each entry. Never removed, nor changed but for a later end: streaks and leaderboards stand on them.';
comment on column xp.xp_seasons.season_id is 'Name of the season, such as 2026-winter; not that of another board (all, day:, week:, month:). [none]';
comment on column xp.xp_seasons.starts_on is 'First reward day of the season.';
comment on column xp.xp_seasons.ends_on is 'Last reward day of the season.';
comment on column xp.xp_seasons.kind is 'main, which balances follow, or the name of seasons that run beside it, such as event. [none]';
comment on column xp.xp_seasons.prizes is 'What ranks are worth when the season is closed: [{"fromRank": 1, "toRank": 3, "xp": 1000}]. [none]';
comment on column xp.xp_seasons.created_at is 'Instant at which the season was announced.';
alter table xp.xp_seasons enable row level security;
grant select on xp.xp_seasons to authenticated, service_role;
create policy readable_by_all on xp.xp_seasons for select to authenticated, service_role using (true);
comment on policy readable_by_all on xp.xp_seasons is 'Seasons are announced to everybody who plays.';
create trigger guard_history_delete before delete on xp.xp_seasons for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on xp.xp_seasons for each statement execute function core.guard_history();
create trigger audit after insert or update or delete on xp.xp_seasons for each row execute function core.audit();
create trigger guard_definitions before insert or update or delete on xp.xp_seasons for each statement execute function core.guard_definitions();
insert into core.definitions (table_name) values ('xp.xp_seasons');
commit;
