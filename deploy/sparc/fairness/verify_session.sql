-- Deploy gamekeeper:sparc/fairness/verify_session to pg
-- requires: core/errors/check_page_size sparc/people/reject_input sparc/fairness/require_revealed sparc/fairness/verified_rolls core/callers/require_caller sparc/sessions/left_session_ids sparc/sessions/left_session_at sparc/archive/left_archive_ids sparc/archive/left_archive_at core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.verify_session(session_id uuid, after_number bigint default 0, page_size integer default 1000)
returns setof sparc.roll_verification
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform core.require_caller();
  perform core.require_slot(0);
  perform core.check_page_size(verify_session.page_size);
  if verify_session.after_number is null or verify_session.after_number < 0 then
    perform sparc.reject_input('after_number', 'must be 0 or more');
  end if;
  perform sparc.require_revealed(verify_session.session_id);
  return query
  select v.* from sparc.verified_rolls(
    verify_session.session_id, verify_session.after_number, verify_session.page_size,
    coalesce(sparc.left_session_at(verify_session.session_id), sparc.left_archive_at(verify_session.session_id), 'infinity')
  ) as v;
end
$$;
comment on function sparc.verify_session(uuid, bigint, integer) is
  'The rolls of a session that is over after a number, each drawn again from the revealed secret; for who took part, '
  'archived or not. Raises: UNAUTHENTICATED, INVALID_INPUT, NOT_FOUND, STATE_ERROR, COMMIT_FIRST. [client] [repeat: natural]';
revoke all on function sparc.verify_session(uuid, bigint, integer) from public;
grant execute on function sparc.verify_session(uuid, bigint, integer) to authenticated, service_role;
commit;
