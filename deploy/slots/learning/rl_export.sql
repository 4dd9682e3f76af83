-- Deploy gamekeeper:slots/learning/rl_export to pg
-- requires: core/callers/require_service core/errors/check_page_size slots/learning/rl_store slots/sessions/sessions slots/sessions/find_session slots/learning/experience slots/learning/to_experience slots/learning/parse_rl_cursor core/callers/require_caller
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
  _after_session uuid;
  _after_index bigint;
  _event_count bigint;
begin
  perform core.require_caller();
  if rl_export.session_id is null then
    perform core.require_service();
  else
    _event_count := (slots.find_session(rl_export.session_id)).event_count;
  end if;
  select c.session_id, c.event_index into _after_session, _after_index from slots.parse_rl_cursor(rl_export.after) as c;

  if rl_export.session_id is null then
    return query
      select e.*
      from (
        select t as step, t.session_id, t.event_index
        from slots.rl_store as t
        where (t.session_id, t.event_index) > (_after_session, _after_index)
        order by t.session_id, t.event_index
        limit core.check_page_size(rl_export.page_size)
      ) as r
      left join slots.sessions as s on s.session_id = r.session_id
      cross join lateral slots.to_experience(r.step, r.event_index is not distinct from s.event_count) as e
      order by r.session_id, r.event_index;
  else
    return query
      select e.*
      from (
        select t as step, t.event_index
        from slots.rl_store as t
        where t.session_id = rl_export.session_id and t.event_index > _after_index
        order by t.event_index
        limit core.check_page_size(rl_export.page_size)
      ) as r
      cross join lateral slots.to_experience(r.step, r.event_index = _event_count) as e
      order by r.event_index;
  end if;
end
$$;
comment on function slots.rl_export(uuid, jsonb, integer) is
  'A page of experiences in the Gymnasium step convention, by session and step: of one session (owner or service), '
  'or of all with session_id null (service). The last step so far of an episode that goes on is truncated. after is the info of the last row of the page before; null for the '
  'first page. Raises: UNAUTHENTICATED, NOT_FOUND, FORBIDDEN, INVALID_INPUT. [client]';
revoke all on function slots.rl_export(uuid, jsonb, integer) from public;
grant execute on function slots.rl_export(uuid, jsonb, integer) to authenticated, service_role;
commit;
