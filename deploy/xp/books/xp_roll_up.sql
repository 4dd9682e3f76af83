-- Deploy gamekeeper:xp/books/xp_roll_up to pg
-- requires: xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_roll_up (
  one boolean primary key default true constraint xp_roll_up_one check (one),
  rolled_to bigint not null default 0,
  seen_to bigint not null default 0,
  seen_before xid8 not null default '0',
  rolled_at timestamptz not null default core.now_utc()
);
comment on table xp.xp_roll_up is
  'How far xp.upkeep_claims has counted the awards: one row.';
comment on column xp.xp_roll_up.one is 'Always true: the key of the one row.';
comment on column xp.xp_roll_up.rolled_to is 'Awards up to this award_id are in xp.xp_claim_counts.';
comment on column xp.xp_roll_up.seen_to is 'Highest award_id that had been drawn at the last run.';
comment on column xp.xp_roll_up.seen_before is 'Every transaction that drew an id up to seen_to is older than this one.';
comment on column xp.xp_roll_up.rolled_at is 'Instant of the last run.';
alter table xp.xp_roll_up enable row level security;
insert into xp.xp_roll_up default values;
commit;
