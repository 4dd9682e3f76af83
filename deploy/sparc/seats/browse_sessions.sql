-- Deploy gamekeeper:sparc/seats/browse_sessions to pg
-- requires: core/errors/raise core/errors/check_page_size sparc/people/reject_input sparc/seats/browse_slice
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.browse_sessions(
  difficulty sparc.difficulty_level default null,
  search text default null,
  min_open_slots integer default 1,
  after uuid default null,
  page_size integer default 20
)
returns setof sparc.session_listing
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _pattern constant text := '%' || replace(replace(replace(
    nullif(btrim(browse_sessions.search), ''), '\', '\\'), '%', '\%'), '_', '\_') || '%';
  _start timestamptz;
  _created timestamptz;
  _missing integer := browse_sessions.page_size;
begin
  perform core.check_page_size(browse_sessions.page_size);
  if browse_sessions.min_open_slots is null or browse_sessions.min_open_slots not between 0 and 6 then
    perform sparc.reject_input('min_open_slots', 'must be 0 to 6');
  elsif char_length(browse_sessions.search) > 100 then
    perform sparc.reject_input('search', 'must not be longer than 100 characters');
  end if;
  if browse_sessions.after is not null then
    select s.scheduled_start, s.created_at
    into _start, _created
    from sparc.sessions as s
    where s.id = browse_sessions.after and s.is_public;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'after'));
    end if;
  end if;

  if browse_sessions.after is null or _start is not null then
    return query
    select listing.*
    from unnest(array['waiting', 'starting_soon']::sparc.session_status[]) as stage (status)
    cross join lateral sparc.browse_slice(
      stage.status, true, _start, _created, browse_sessions.after,
      browse_sessions.difficulty, _pattern, browse_sessions.min_open_slots, browse_sessions.page_size
    ) as listing
    order by listing.scheduled_start, listing.created_at desc, listing.id desc
    limit browse_sessions.page_size;
    get diagnostics _missing = row_count;
    _missing := browse_sessions.page_size - _missing;
    -- the unscheduled follow from their beginning
    _created := null;
  end if;
  if _missing > 0 then
    return query
    select listing.*
    from unnest(array['waiting', 'starting_soon']::sparc.session_status[]) as stage (status)
    cross join lateral sparc.browse_slice(
      stage.status, false, null, _created, browse_sessions.after,
      browse_sessions.difficulty, _pattern, browse_sessions.min_open_slots, _missing
    ) as listing
    order by listing.created_at desc, listing.id desc
    limit _missing;
  end if;
end
$$;
comment on function sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer) is
  'Public sessions that wait for players: by start, unscheduled last, newest first among equals. after is the id of '
  'the last row of the page before; search looks in the adventure''s name and in looking_for. For everybody. '
  'Raises: INVALID_INPUT, NOT_FOUND. [client]';
revoke all on function sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer) from public;
grant execute on function sparc.browse_sessions(sparc.difficulty_level, text, integer, uuid, integer) to anon, authenticated, service_role;
commit;
