-- Deploy gamekeeper:slots/fairness/seed_rotation to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.seed_rotation as (
  seed_no integer,
  server_seed bytea,
  server_seed_hash bytea,
  client_seed text,
  spins bigint,
  next_server_seed_hash bytea,
  next_client_seed text
);
comment on type slots.seed_rotation is 'A revealed server seed and the commitment to the next.';
comment on column slots.seed_rotation.seed_no is 'Number of the ended seed in slots.revealed_seeds.';
comment on column slots.seed_rotation.server_seed is 'The ended seed, 32 bytes; null for callers who have to commit first and read it in slots.revealed_seeds.';
comment on column slots.seed_rotation.server_seed_hash is 'Its SHA-256, as it was published.';
comment on column slots.seed_rotation.client_seed is 'The client seed used with it.';
comment on column slots.seed_rotation.spins is 'Spins drawn from it: nonces 0 to spins - 1.';
comment on column slots.seed_rotation.next_server_seed_hash is 'SHA-256 of the seed that is live now, as sessions.next_server_seed_hash said before.';
comment on column slots.seed_rotation.next_client_seed is 'The client seed that is live now.';
commit;
