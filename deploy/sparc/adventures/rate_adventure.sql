-- Deploy gamekeeper:sparc/adventures/rate_adventure to pg
-- requires: core/errors/raise sparc/people/require_player sparc/people/reject_input sparc/adventures/adventure_ratings sparc/adventures/apply_tallies core/records/setting sparc/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Waits for nobody but the caller's own rating: the average is a tally.
create function sparc.rate_adventure(adventure_id uuid, rating integer)
returns sparc.adventure_ratings
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _caller constant uuid := sparc.require_player();
  _now constant timestamptz := core.now_utc();
  _least constant interval := make_interval(secs => core.setting('sparc.counted_session_seconds')::integer);
  _rating sparc.adventure_ratings;
  _tally_id uuid;
begin
  if rate_adventure.rating is null or rate_adventure.rating not between 1 and 5 then
    perform sparc.reject_input('rating', 'must be 1 to 5');
  end if;
  if exists (
    select
    from sparc.adventures as a
    where a.id = rate_adventure.adventure_id and a.creator_id = _caller
  ) then
    -- with one puppet an author would rate their own work
    perform core.raise('NOT_A_PARTICIPANT');
  end if;
  if not exists (
    select
    from sparc.sessions as s
    left join sparc.session_players as p
      on p.session_id = s.id and p.user_id = _caller and (p.left_at is null or p.left_at >= s.started_at)
    where s.adventure_id = rate_adventure.adventure_id
      and s.status = 'completed'
      and (s.seer_id = _caller or p.user_id is not null)
      and _caller <> all (s.kicked_user_ids)
      and greatest(s.ended_at - s.started_at, interval '0') >= _least
  ) and not exists (
    select
    from sparc.archived_sessions as s
    left join sparc.archived_session_players as p
      on p.session_id = s.id and p.user_id = _caller and (p.left_at is null or p.left_at >= s.started_at)
    where s.adventure_id = rate_adventure.adventure_id
      and (s.seer_id = _caller or p.user_id is not null)
      and _caller <> all (s.kicked_user_ids)
      and greatest(s.ended_at - s.started_at, interval '0') >= _least
  ) then
    if exists (
      select from sparc.adventures as a
      where a.id = rate_adventure.adventure_id and (a.status = 'published' or a.creator_id = _caller)
    ) then
      perform core.raise('NOT_A_PARTICIPANT');
    end if;
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'adventure_id'));
  end if;

  insert into sparc.adventure_ratings as r (adventure_id, user_id, rating, created_at, updated_at)
  values (rate_adventure.adventure_id, _caller, rate_adventure.rating, _now, _now)
  on conflict on constraint adventure_ratings_pkey do update
  set rating = excluded.rating, updated_at = excluded.updated_at
  where r.rating <> excluded.rating
  returning r.* into _rating;
  if not found then
    select * into _rating
    from sparc.adventure_ratings as r
    where r.adventure_id = rate_adventure.adventure_id and r.user_id = _caller;
    return _rating;
  end if;
  insert into sparc.tallies as t (adventure_id, is_rating)
  values (rate_adventure.adventure_id, true)
  returning t.id into _tally_id;
  perform sparc.apply_tallies(array[_tally_id]);
  return _rating;
end
$$;
comment on function sparc.rate_adventure(uuid, integer) is
  'Rates an adventure 1 to 5, once per participant of a completed session of it (archived ones count, those shorter than sparc.counted_session_seconds do not), but for who wrote it; rating again '
  'replaces the caller''s rating. average_rating follows. Raises: UNAUTHENTICATED, PROFILE_MISSING, INVALID_INPUT, '
  'NOT_FOUND, NOT_A_PARTICIPANT. [client] [repeat: natural]';
revoke all on function sparc.rate_adventure(uuid, integer) from public;
grant execute on function sparc.rate_adventure(uuid, integer) to authenticated, service_role;
commit;
