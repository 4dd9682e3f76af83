-- Deploy gamekeeper:core/shards/slot_moves to pg
-- requires: core/keys/now_utc core/shards/slots
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Kept by the server that a slot goes away from, so that a mover that was killed goes on from here.
create table core.slot_moves (
  slot integer primary key constraint slot_moves_slot_fkey references core.slots,
  target text not null,
  version integer,
  step text not null default 'copying' constraint slot_moves_step check (step in ('copying', 'switching', 'counting')),
  started_at timestamptz not null default core.now_utc(),
  constraint slot_moves_version_when_switching check ((version is null) = (step = 'copying'))
);
comment on table core.slot_moves is
  'Slots that are being moved away from this server by scripts/gamekeeper shard move (docs/scale.md, "Moving slots"); a row is gone when its move is over.';
comment on column core.slot_moves.slot is 'The slot.';
comment on column core.slot_moves.target is 'The shard that it goes to. [none]';
comment on column core.slot_moves.version is 'The version of the map in which it lives there; null until all of it is copied.';
comment on column core.slot_moves.step is
  'copying: closed, and open again if the move is given up; switching: the target has all of it and is told so; counting: it lives there, what it left here is gone. [none]';
comment on column core.slot_moves.started_at is 'When it was closed.';
alter table core.slot_moves enable row level security;
commit;
