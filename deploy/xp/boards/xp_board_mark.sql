-- Deploy gamekeeper:xp/boards/xp_board_mark to pg
-- requires: xp/ledger/xp_ledger core/keys/now_utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table xp.xp_board_mark (
  one boolean primary key default true constraint xp_board_mark_one check (one),
  rolled_to bigint not null default 0,
  seen_to bigint not null default 0,
  seen_before xid8 not null default '0',
  rolled_at timestamptz not null default core.now_utc()
);
comment on table xp.xp_board_mark is
  'How far xp.upkeep_boards has added the ledger to the boards: one row.';
comment on column xp.xp_board_mark.one is 'Always true: the key of the one row.';
comment on column xp.xp_board_mark.rolled_to is 'Entries up to this ledger_id are in xp.xp_board_scores.';
comment on column xp.xp_board_mark.seen_to is 'Highest ledger_id that had been drawn at the last run.';
comment on column xp.xp_board_mark.seen_before is 'Every transaction that drew an id up to seen_to is older than this one.';
comment on column xp.xp_board_mark.rolled_at is 'Instant of the last run.';
alter table xp.xp_board_mark enable row level security;
insert into xp.xp_board_mark default values;
commit;
