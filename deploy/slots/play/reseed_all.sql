-- Deploy gamekeeper:slots/play/reseed_all to pg
-- requires: slots/play/shut_play slots/play/reseed_batch
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A procedure that commits can't be SECURITY DEFINER nor set a path: it qualifies every name and leaves the work to
-- definer functions that ask who is calling.
create procedure slots.reseed_all(reason text)
language plpgsql
as $$
begin
  perform slots.shut_play(reseed_all.reason);
  commit;
  while slots.reseed_batch() loop
    commit;
  end loop;
end
$$;
comment on procedure slots.reseed_all(text) is
  'Service, for the hour after a restore or a failover that lost a tail: shuts play out, plays every placed bet on '
  'the seed it was placed on, gives every session that is not over a new current and a new next server seed, opens '
  'play again. Commits after each batch; stopped or refused by a lock, the next call goes on where it stopped; '
  'after its end, another call gives new seeds again. '
  'Raises: FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on procedure slots.reseed_all(text) from public;
grant execute on procedure slots.reseed_all(text) to service_role;
commit;
