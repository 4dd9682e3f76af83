-- Deploy gamekeeper:sparc/adventures/apply_tallies to pg
-- requires: sparc/people/users sparc/characters/characters sparc/adventures/adventures sparc/adventures/adventure_ratings sparc/adventures/tallies
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Waits for nothing: a tally or a row that is locked is left for the next run. What it counts on may be gone.
create function sparc.apply_tallies(tally_ids uuid[])
returns integer
language plpgsql
volatile
as $$
declare
  _batch constant integer := 1000;
  _tally sparc.tallies;
  _applied integer := 0;
begin
  for _tally in
    select *
    from sparc.tallies as t
    where apply_tallies.tally_ids is null or t.id = any (apply_tallies.tally_ids)
    order by t.id
    limit _batch
    for update skip locked
  loop
    if _tally.user_id is not null then
      perform from sparc.users as u where u.id = _tally.user_id for no key update skip locked;
      continue when not found and exists (select from sparc.users as u where u.id = _tally.user_id);
      update sparc.users as u
      set games_played = u.games_played + _tally.games_played, games_run = u.games_run + _tally.games_run
      where u.id = _tally.user_id;
    elsif _tally.character_id is not null then
      perform from sparc.characters as c where c.id = _tally.character_id for no key update skip locked;
      continue when not found and exists (select from sparc.characters as c where c.id = _tally.character_id);
      update sparc.characters as c
      set last_played_at = greatest(c.last_played_at, _tally.played_at)
      where c.id = _tally.character_id;
    else
      perform from sparc.adventures as a where a.id = _tally.adventure_id for no key update skip locked;
      continue when not found and exists (select from sparc.adventures as a where a.id = _tally.adventure_id);
      update sparc.adventures as a
      set
        times_played = a.times_played + _tally.times_played,
        average_rating = case
          when _tally.is_rating then (
            select round(avg(r.rating), 2) from sparc.adventure_ratings as r where r.adventure_id = a.id
          )
          else a.average_rating
        end
      where a.id = _tally.adventure_id;
    end if;
    delete from sparc.tallies as t where t.id = _tally.id;
    _applied := _applied + 1;
  end loop;
  return _applied;
end
$$;
comment on function sparc.apply_tallies(uuid[]) is
  'Counts these tallies, or at most 1000 of all where none are named, as far as their rows are free; the number counted. [helper]';
revoke all on function sparc.apply_tallies(uuid[]) from public;
commit;
