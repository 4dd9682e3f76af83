-- Deploy gamekeeper:sparc/fairness/reseed_all to pg
-- requires: sparc/fairness/reseed_batch
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Commits after every batch, so it can't be SECURITY DEFINER or set its path; every name is qualified. Interrupted, it goes
-- on where it stopped when it is called again.
create procedure sparc.reseed_all(reason text)
language plpgsql
as $$
declare
  _done pg_catalog.int4 := 1;
begin
  while _done operator(pg_catalog.>) 0 loop
    _done := sparc.reseed_batch(reseed_all.reason);
    commit;
  end loop;
end
$$;
comment on procedure sparc.reseed_all(text) is
  'For the hour after a restore, or a failover that lost a tail: gives every session that is not over a new dice secret, '
  'its hash in the feed, after what waited was thrown; roll numbers go on. Called again after its end, it gives new secrets again. Call it outside a transaction. Raises: '
  'FORBIDDEN, INVALID_INPUT. [service] [repeat: natural]';
revoke all on procedure sparc.reseed_all(text) from public;
grant execute on procedure sparc.reseed_all(text) to service_role;
commit;
