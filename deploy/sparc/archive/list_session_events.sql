-- Deploy gamekeeper:sparc/archive/list_session_events to pg
-- requires: core/errors/raise core/callers/require_user core/errors/check_page_size sparc/people/reject_input sparc/feed/session_events sparc/archive/read_payload sparc/archive/my_archived_session_ids sparc/archive/archived_session_events sparc/sessions/left_session_ids sparc/sessions/left_session_at sparc/archive/left_archive_ids sparc/archive/left_archive_at core/shards/require_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.list_session_events(session_id uuid, after_seq bigint default 0, page_size integer default 100)
returns setof sparc.session_events
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _until timestamptz;
begin
  perform core.require_user();
  perform core.require_slot(0);
  perform core.check_page_size(list_session_events.page_size);
  if list_session_events.after_seq is null or list_session_events.after_seq < 0 then
    perform sparc.reject_input('after_seq', 'must be 0 or more');
  end if;
  if list_session_events.session_id in (select sparc.my_session_ids()) then
    _until := coalesce(sparc.left_session_at(list_session_events.session_id), 'infinity');
  elsif list_session_events.session_id in (select sparc.my_archived_session_ids()) then
    _until := coalesce(sparc.left_archive_at(list_session_events.session_id), 'infinity');
  else
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'session_id'));
  end if;
  return query
  select e.id, e.session_id, e.seq, e.event_type, full_payload.document, e.created_at
  from (
    select *
    from (select * from sparc.session_events union all select * from sparc.archived_session_events) as f
    where f.session_id = list_session_events.session_id and f.seq > list_session_events.after_seq and f.created_at <= _until
    order by f.seq
    limit list_session_events.page_size
  ) as e
  cross join lateral sparc.read_payload(e.session_id, e.payload) as full_payload (document)
  order by e.seq;
end
$$;
comment on function sparc.list_session_events(uuid, bigint, integer) is
  'The events after a number, in order and without a gap, for participants, archived or not, with the names and texts that the '
  'rows of the feed hold the ids of; who left reads up to their leaving. When the first is not after_seq + 1, '
  'the ones between are older than the feed keeps: read the session anew. Raises: UNAUTHENTICATED, INVALID_INPUT, '
  'NOT_FOUND. [client]';
revoke all on function sparc.list_session_events(uuid, bigint, integer) from public;
grant execute on function sparc.list_session_events(uuid, bigint, integer) to authenticated, service_role;
commit;
