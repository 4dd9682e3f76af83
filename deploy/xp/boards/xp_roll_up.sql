-- Deploy gamekeeper:xp/boards/xp_roll_up to pg
-- requires: xp/schema core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_roll_up (
  task text primary key,
  rolled_to bigint not null default 0,
  seen_to bigint not null default 0,
  seen_before xid8 not null default '0',
  seen_at timestamptz not null default '-infinity',
  settled_at timestamptz not null default '-infinity',
  rolled_at timestamptz not null default core.now_utc()
);
comment on table xp.xp_roll_up is
  'How far each task of upkeep that adds up a history has come: one row a task, written by xp.settled_span.';
comment on column xp.xp_roll_up.task is 'The task of upkeep. [none]';
comment on column xp.xp_roll_up.rolled_to is 'Rows up to this number have been added up.';
comment on column xp.xp_roll_up.seen_to is 'Highest number that had been drawn when the task looked last.';
comment on column xp.xp_roll_up.seen_before is 'Every transaction that drew a number up to seen_to is older than this one.';
comment on column xp.xp_roll_up.seen_at is 'Instant at which the task looked last for the highest number.';
comment on column xp.xp_roll_up.settled_at is 'Every number drawn before this instant has been added up, or its transaction failed.';
comment on column xp.xp_roll_up.rolled_at is 'Instant of the last run.';
alter table xp.xp_roll_up enable row level security;
insert into xp.xp_roll_up (task) values ('xp.boards'), ('xp.claims');
commit;
