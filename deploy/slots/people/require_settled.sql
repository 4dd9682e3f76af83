-- Deploy gamekeeper:slots/people/require_settled to pg
-- requires: core/errors/raise core/chance/is_settled slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_settled(owner_id uuid)
returns void
language plpgsql
volatile
as $$
begin
  perform from slots.sessions as s
  where s.owner_id = require_settled.owner_id and s.pending_bet is not null and not core.is_settled(s.decided_in);
  if found then
    perform core.raise('COMMIT_FIRST', '{"problem": "a bet was placed in this transaction"}');
  end if;
end
$$;
comment on function slots.require_settled(uuid) is
  'Refuses a user whose bet was placed in this transaction, which may look at what it would pay and roll back. Raises: COMMIT_FIRST. [helper]';
revoke all on function slots.require_settled(uuid) from public;
commit;
