-- Deploy gamekeeper:slots/fairness/reveal_seed to pg
-- requires: slots/sessions/sessions slots/fairness/server_seeds slots/fairness/revealed_seeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.reveal_seed(session slots.sessions)
returns void
language sql
volatile
begin atomic
  insert into slots.revealed_seeds (session_id, seed_no, owner_id, server_seed, server_seed_hash, client_seed, spins)
  select
    k.session_id, (reveal_seed.session).seed_no, (reveal_seed.session).owner_id, k.server_seed,
    (reveal_seed.session).server_seed_hash, (reveal_seed.session).client_seed, (reveal_seed.session).nonce
  from slots.server_seeds as k
  where k.session_id = (reveal_seed.session).session_id;
end;
comment on function slots.reveal_seed(slots.sessions) is
  'Writes the live server seed of a session that the caller holds locked to slots.revealed_seeds, where players see '
  'it from the next transaction on. The caller gives the session another with slots.seed_session. [helper]';
revoke all on function slots.reveal_seed(slots.sessions) from public;
commit;
