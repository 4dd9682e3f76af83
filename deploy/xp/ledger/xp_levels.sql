-- Deploy gamekeeper:xp/ledger/xp_levels to pg
-- requires: xp/schema core/records/audit core/keys/now_utc core/shards/guard_definitions core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_levels (
  level integer primary key constraint xp_levels_level_chk check (level between 1 and 1000),
  xp bigint not null constraint xp_levels_xp_uidx unique,
  set_at timestamptz not null default core.now_utc(),
  constraint xp_levels_first_chk check (xp >= 0 and (level = 1) = (xp = 0))
);
comment on table xp.xp_levels is
  'The curve of levels: the lifetime XP from which each begins, written by xp.set_levels and by nothing else. No row: there are no levels.';
comment on column xp.xp_levels.level is 'The level, from 1 without gaps.';
comment on column xp.xp_levels.xp is 'Lifetime XP from which it begins; 0 for level 1.';
comment on column xp.xp_levels.set_at is 'Instant at which the level was given this XP.';
alter table xp.xp_levels enable row level security;
grant select on xp.xp_levels to authenticated, service_role;
create policy readable_by_all on xp.xp_levels for select to authenticated, service_role using (true);
comment on policy readable_by_all on xp.xp_levels is 'Everybody who plays may know what a level takes.';
create trigger audit after insert or update or delete on xp.xp_levels for each row execute function core.audit();
create trigger guard_definitions before insert or update or delete on xp.xp_levels for each statement execute function core.guard_definitions();
insert into core.definitions (table_name) values ('xp.xp_levels');
commit;
