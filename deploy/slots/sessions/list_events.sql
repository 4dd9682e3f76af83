-- Deploy gamekeeper:slots/sessions/list_events to pg
-- requires: core/errors/check_page_size slots/sessions/sessions slots/sessions/gameplay_events slots/sessions/find_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.list_events(session_id uuid, after bigint default null, page_size integer default 100)
returns setof slots.gameplay_events
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _session slots.sessions := slots.find_session(list_events.session_id);
begin
  return query
    select e.*
    from slots.gameplay_events as e
    where e.session_id = _session.session_id and e.event_index > coalesce(list_events.after, 0)
    order by e.event_index
    limit core.check_page_size(list_events.page_size);
end
$$;
comment on function slots.list_events(uuid, bigint, integer) is
  'Owner or service: a page of the session''s events in order. after is the event_index of the last event of the '
  'page before; null for the first page. Raises: UNAUTHENTICATED, NOT_FOUND, INVALID_INPUT. [client]';
revoke all on function slots.list_events(uuid, bigint, integer) from public;
grant execute on function slots.list_events(uuid, bigint, integer) to authenticated, service_role;
commit;
