-- Deploy gamekeeper:slots/learning/rl_export to pg
-- requires: core/errors/raise core/callers/require_service core/errors/check_page_size slots/learning/rl_store slots/sessions/find_session slots/learning/experience core/callers/require_caller
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.rl_export(session_id uuid default null, after jsonb default null, page_size integer default 1000)
returns setof slots.experience
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _after_session uuid := uuid '00000000-0000-0000-0000-000000000000';
  _after_index bigint := 0::bigint;
begin
  perform core.require_caller();
  if rl_export.session_id is null then
    perform core.require_service();
  else
    perform slots.find_session(rl_export.session_id);
  end if;
  if rl_export.after is not null then
    if jsonb_typeof(rl_export.after) <> 'object'
      or coalesce(rl_export.after ->> 'session_id', '') !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
      or coalesce(rl_export.after ->> 'event_index', '') !~ '^[0-9]{1,18}$'
    then
      perform core.raise('INVALID_INPUT', '{"field": "after", "problem": "must be the info of a row of the page before"}');
    end if;
    _after_session := (rl_export.after ->> 'session_id')::uuid;
    _after_index := (rl_export.after ->> 'event_index')::bigint;
  end if;

  if rl_export.session_id is null then
    return query
      select
        r.state, r.action, r.reward, r.next_state, r.done, false,
        jsonb_build_object('session_id', r.session_id, 'event_index', r.event_index)
      from slots.rl_store as r
      where (r.session_id, r.event_index) > (_after_session, _after_index)
      order by r.session_id, r.event_index
      limit core.check_page_size(rl_export.page_size);
  else
    return query
      select
        r.state, r.action, r.reward, r.next_state, r.done, false,
        jsonb_build_object('session_id', r.session_id, 'event_index', r.event_index)
      from slots.rl_store as r
      where r.session_id = rl_export.session_id and r.event_index > _after_index
      order by r.event_index
      limit core.check_page_size(rl_export.page_size);
  end if;
end
$$;
comment on function slots.rl_export(uuid, jsonb, integer) is
  'A page of experiences in the Gymnasium step convention, by session and step: of one session (owner or service), '
  'or of all with session_id null (service). after is the info of the last row of the page before; null for the '
  'first page. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, INVALID_INPUT. [client]';
revoke all on function slots.rl_export(uuid, jsonb, integer) from public;
grant execute on function slots.rl_export(uuid, jsonb, integer) to authenticated, service_role;
commit;
