-- Deploy gamekeeper:sparc/fairness/require_revealed to pg
-- requires: core/errors/raise core/callers/is_service core/chance/is_settled sparc/sessions/my_session_ids sparc/archive/my_archived_session_ids sparc/archive/archived_dice_secrets
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.require_revealed(session_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _status text;
  _revealed_in xid8;
begin
  if require_revealed.session_id is null
    or not core.is_service()
    and require_revealed.session_id not in (select sparc.my_session_ids())
    and require_revealed.session_id not in (select sparc.my_archived_session_ids()) then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  select s.status::text, k.revealed_in
  into _status, _revealed_in
  from sparc.sessions as s
  join sparc.dice_secrets as k on k.session_id = s.id and k.secret_number = 1
  where s.id = require_revealed.session_id
  union all
  select s.status::text, k.revealed_in
  from sparc.archived_sessions as s
  join sparc.archived_dice_secrets as k on k.session_id = s.id and k.secret_number = 1
  where s.id = require_revealed.session_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  elsif _revealed_in is null then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object('state', _status, 'expected', jsonb_build_array('completed', 'cancelled'))
    );
  elsif not core.is_settled(_revealed_in) then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('sessionId', require_revealed.session_id));
  end if;
end
$$;
comment on function sparc.require_revealed(uuid) is
  'Refuses a session of others, one that is not over, and one that ended in this very transaction: its dice secrets are '
  'not to be shown. Raises: NOT_FOUND, STATE_ERROR, COMMIT_FIRST. [helper]';
revoke all on function sparc.require_revealed(uuid) from public;
commit;
