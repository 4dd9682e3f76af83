-- Deploy gamekeeper:sparc/sessions/require_transition to pg
-- requires: core/errors/raise sparc/sessions/can_become
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.require_transition(from_status sparc.session_status, to_status sparc.session_status)
returns void
language plpgsql
stable
parallel safe
as $$
begin
  if not sparc.can_become(require_transition.from_status, require_transition.to_status) then
    perform core.raise(
      'STATE_ERROR',
      jsonb_build_object(
        'state', require_transition.from_status,
        'expected', to_jsonb(array(
          select known.status
          from unnest(enum_range(null::sparc.session_status)) as known (status)
          where sparc.can_become(known.status, require_transition.to_status)
        ))
      )
    );
  end if;
end
$$;
comment on function sparc.require_transition(sparc.session_status, sparc.session_status) is
  'Refuses a change of status that sparc.can_become does not allow. Raises: STATE_ERROR. [helper]';
revoke all on function sparc.require_transition(sparc.session_status, sparc.session_status) from public;
commit;
