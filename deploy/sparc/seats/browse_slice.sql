-- Deploy gamekeeper:sparc/seats/browse_slice to pg
-- requires: sparc/seats/describe_session
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The browse order is: scheduled sessions by start, then the unscheduled; newest first among equals.
-- Per status that is the order of idx_sessions_public_waiting and of idx_sessions_public_unscheduled, so
-- that a page costs what it shows (and what its filters pass over), not what exists. What the adventure
-- decides is asked before the listing is made. Planned for the values of each call.
create function sparc.browse_slice(
  status sparc.session_status,
  scheduled boolean,
  from_start timestamptz,
  from_created timestamptz,
  from_id uuid,
  difficulty sparc.difficulty_level,
  pattern text,
  min_open_slots integer,
  page_size integer
)
returns setof sparc.session_listing
language plpgsql
stable
set plan_cache_mode = 'force_custom_plan'
as $$
begin
  if browse_slice.scheduled then
    return query
    select listing.*
    from sparc.sessions as s
    join sparc.adventures as a on a.id = s.adventure_id
    cross join lateral sparc.describe_session(s) as listing
    where s.is_public = true
      and s.status in ('waiting', 'starting_soon')
      and s.status = browse_slice.status
      and s.scheduled_start is not null
      and s.scheduled_start >= coalesce(browse_slice.from_start, '-infinity')
      and (
        browse_slice.from_start is null
        or s.scheduled_start > browse_slice.from_start
        or (s.created_at, s.id) < (browse_slice.from_created, browse_slice.from_id)
      )
      and (browse_slice.difficulty is null or a.difficulty = browse_slice.difficulty)
      and (
        browse_slice.pattern is null
        or a.name ilike browse_slice.pattern
        or s.looking_for ilike browse_slice.pattern
      )
      and listing.open_slots >= browse_slice.min_open_slots
    order by s.scheduled_start, s.created_at desc, s.id desc
    limit browse_slice.page_size;
  else
    return query
    select listing.*
    from sparc.sessions as s
    join sparc.adventures as a on a.id = s.adventure_id
    cross join lateral sparc.describe_session(s) as listing
    where s.is_public = true
      and s.status in ('waiting', 'starting_soon')
      and s.status = browse_slice.status
      and s.scheduled_start is null
      and s.created_at <= coalesce(browse_slice.from_created, 'infinity')
      and (
        browse_slice.from_created is null
        or (s.created_at, s.id) < (browse_slice.from_created, browse_slice.from_id)
      )
      and (browse_slice.difficulty is null or a.difficulty = browse_slice.difficulty)
      and (
        browse_slice.pattern is null
        or a.name ilike browse_slice.pattern
        or s.looking_for ilike browse_slice.pattern
      )
      and listing.open_slots >= browse_slice.min_open_slots
    order by s.created_at desc, s.id desc
    limit browse_slice.page_size;
  end if;
end
$$;
comment on function sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer) is
  'Public sessions of one status, scheduled or not, after a place in the browse order. [helper]';
revoke all on function sparc.browse_slice(sparc.session_status, boolean, timestamptz, timestamptz, uuid, sparc.difficulty_level, text, integer, integer) from public;
commit;
