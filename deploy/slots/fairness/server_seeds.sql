-- Deploy gamekeeper:slots/fairness/server_seeds to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- THE SECRET. No grant to any client role, no policy, no constraint whose violation would print a row.
create table slots.server_seeds (
  session_id uuid primary key references slots.sessions,
  server_seed bytea not null,
  inner_block bytea not null,
  outer_block bytea not null,
  next_server_seed bytea not null,
  seeded_at timestamptz not null default clock_timestamp()
) with (fillfactor = 70);
comment on table slots.server_seeds is 'The live server seed of each session. Granted to no client role; slots.rotate_seed moves a seed to slots.revealed_seeds when it ends.';
comment on column slots.server_seeds.session_id is 'The session.';
comment on column slots.server_seeds.server_seed is '32 secret bytes; their SHA-256 is sessions.server_seed_hash. [secret]';
comment on column slots.server_seeds.inner_block is 'core.hmac_pad(server_seed, 54), kept so that a spin does not compute it. [secret]';
comment on column slots.server_seeds.outer_block is 'core.hmac_pad(server_seed, 92), likewise. [secret]';
comment on column slots.server_seeds.next_server_seed is 'The seed that slots.rotate_seed will start, drawn before the player chooses the client seed to go with it. [secret]';
comment on column slots.server_seeds.seeded_at is 'When the live seed began.';
alter table slots.server_seeds alter column server_seed set statistics 0;
alter table slots.server_seeds alter column inner_block set statistics 0;
alter table slots.server_seeds alter column outer_block set statistics 0;
alter table slots.server_seeds alter column next_server_seed set statistics 0;
alter table slots.server_seeds enable row level security;
commit;
