-- Deploy gamekeeper:sparc/leaving/merge_person to pg
-- requires: core/people/person_hooks core/people/run_new_hook core/errors/raise core/keys/strong_random core/keys/wall_clock sparc/people/users sparc/tutorial/tutorial_progress sparc/adventures/apply_tallies sparc/sessions/guard_character sparc/sessions/guard_seat sparc/feed/emit_event sparc/rolls/throw_waiting_rolls sparc/seer/hand_over
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the sessions of both that are not over, ids ascending, then moves characters before the seats that they sit in.
-- Whoever was kicked stays kicked under the new id.
create function sparc.merge_person(from_id uuid, into_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _ids constant uuid[] := array[merge_person.from_id, merge_person.into_id];
  _session sparc.sessions;
  _character sparc.characters;
  _seat sparc.session_players;
  _present uuid[];
  _tallies uuid[];
begin
  if not exists (select from sparc.users as u where u.id = merge_person.from_id) then
    return;
  elsif not exists (select from sparc.users as u where u.id = merge_person.into_id) then
    perform core.raise('CANNOT_MERGE', jsonb_build_object('system', 'sparc', 'problem', 'into_id has no profile'));
  end if;
  for _session in
    select s.*
    from sparc.sessions as s
    where s.status not in ('completed', 'cancelled') and (
      s.seer_id = any (_ids) or s.offered_to = any (_ids) or s.kicked_user_ids && _ids
      or s.id in (select p.session_id from sparc.session_players as p where p.user_id = any (_ids))
    )
    order by s.id
    for no key update
  loop
    _present := array[_session.seer_id]
      || array(select p.user_id from sparc.session_players as p where p.session_id = _session.id);
    if _ids <@ _present
      or _ids <@ (_present || _session.kicked_user_ids) and not _ids <@ _session.kicked_user_ids then
      perform core.raise(
        'CANNOT_MERGE', jsonb_build_object('system', 'sparc', 'problem', 'both take part in one session', 'sessionId', _session.id)
      );
    end if;
    perform sparc.throw_waiting_rolls(_session.id, merge_person.from_id);
    update sparc.sessions as s
    set kicked_user_ids = s.kicked_user_ids || merge_person.into_id
    where s.id = _session.id and merge_person.from_id = any (s.kicked_user_ids)
      and merge_person.into_id <> all (s.kicked_user_ids);
    if _session.seer_id = merge_person.from_id then
      perform sparc.hand_over(_session, merge_person.into_id);
    elsif _session.offered_to = merge_person.from_id then
      update sparc.sessions as s
      set offered_to = nullif(merge_person.into_id, s.seer_id)
      where s.id = _session.id;
    end if;
  end loop;

  for _character in
    select * from sparc.characters as c where c.user_id = merge_person.from_id order by c.id for no key update
  loop
    if exists (
      select from sparc.characters as c where c.user_id = merge_person.into_id and c.name = _character.name
    ) then
      _character.name := left(_character.name, 41) || '-' || left(encode(core.strong_random(), 'hex'), 8);
    end if;
    update sparc.characters as c
    set user_id = merge_person.into_id, name = _character.name
    where c.id = _character.id;
  end loop;
  for _seat in
    update sparc.session_players as p
    set user_id = merge_person.into_id
    where p.user_id = merge_person.from_id and p.session_id in (
      select s.id from sparc.sessions as s where s.status not in ('completed', 'cancelled')
    )
    returning p.*
  loop
    perform sparc.emit_event(
      _seat.session_id,
      'player_merged',
      jsonb_build_object(
        'user_id', merge_person.into_id,
        'previous', merge_person.from_id,
        'character_id', _seat.character_id,
        'character_class', (select c.class from sparc.characters as c where c.id = _seat.character_id)
      )
    );
  end loop;

  update sparc.adventures as a set creator_id = merge_person.into_id where a.creator_id = merge_person.from_id;
  with taken_back as (
    delete from sparc.adventure_ratings as r
    using sparc.adventures as a
    where a.id = r.adventure_id and a.creator_id = merge_person.into_id and r.user_id = any (_ids)
    returning r.adventure_id
  ), noted as (
    insert into sparc.tallies as t (adventure_id, is_rating)
    select distinct k.adventure_id, true from taken_back as k
    returning t.id
  )
  select array_agg(n.id) into _tallies from noted as n;
  if _tallies is not null then
    perform sparc.apply_tallies(_tallies);
  end if;
  update sparc.tutorial_progress as t
  set user_id = merge_person.into_id
  where t.user_id = merge_person.from_id
    and not exists (select from sparc.tutorial_progress as o where o.user_id = merge_person.into_id);
  delete from sparc.tutorial_progress as t where t.user_id = merge_person.from_id;
  update sparc.tallies as t set user_id = merge_person.into_id where t.user_id = merge_person.from_id;
  update sparc.users as u
  set games_played = u.games_played + o.games_played, games_run = u.games_run + o.games_run
  from sparc.users as o
  where u.id = merge_person.into_id and o.id = merge_person.from_id and o.games_played + o.games_run > 0;
  update sparc.users as u
  set games_played = 0, games_run = 0, deleted_at = coalesce(u.deleted_at, core.wall_clock())
  where u.id = merge_person.from_id and (u.deleted_at is null or u.games_played + u.games_run > 0);
end
$$;
comment on function sparc.merge_person(uuid, uuid) is
  'The merge hook of sparc: characters (more than ten too, and under another name where the new owner has that one), what '
  'the person sits in or runs, adventures, counters and tutorial move; what is over stays under the old id. Raises: CANNOT_MERGE '
  '(both take part in one session, or were kicked from it), COMMIT_FIRST. [helper]';
revoke all on function sparc.merge_person(uuid, uuid) from public;
insert into core.person_hooks (system, kind, function) values ('sparc', 'merge', 'sparc.merge_person(uuid, uuid)');
commit;
