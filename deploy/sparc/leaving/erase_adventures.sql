-- Deploy gamekeeper:sparc/leaving/erase_adventures to pg
-- requires: core/keys/strong_random sparc/adventures/adventures sparc/adventures/creatures sparc/adventures/adventure_ratings sparc/adventures/prepare_adventure sparc/sessions/session_players sparc/archive/archive_session sparc/archive/archived_session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks an adventure before it asks who used it: a session of it that begins meanwhile is seen, or finds it gone. Sessions that
-- nobody but the author took part in are theirs; they move to the archive, as every deleted session does.
create function sparc.erase_adventures(person_id uuid)
returns void
language plpgsql
volatile
as $$
declare
  _adventure sparc.adventures;
begin
  for _adventure in
    select * from sparc.adventures as a where a.creator_id = erase_adventures.person_id order by a.id for update
  loop
    if exists (
      select
      from sparc.sessions as s
      left join sparc.session_players as p on p.session_id = s.id and p.user_id <> erase_adventures.person_id
      where s.adventure_id = _adventure.id and (s.seer_id <> erase_adventures.person_id or p.user_id is not null)
    ) or exists (
      select
      from sparc.archived_sessions as s
      left join sparc.archived_session_players as p on p.session_id = s.id and p.user_id <> erase_adventures.person_id
      where s.adventure_id = _adventure.id and (s.seer_id <> erase_adventures.person_id or p.user_id is not null)
    ) or exists (
      select
      from sparc.adventure_ratings as r
      where r.adventure_id = _adventure.id and r.user_id <> erase_adventures.person_id
    ) then
      if _adventure.published_at is null then
        delete from sparc.creatures as c where c.adventure_id = _adventure.id;
        update sparc.adventures as a set content = '{}' where a.id = _adventure.id and a.content <> '{}';
      end if;
      update sparc.adventures as a
      set
        name = 'gone-' || left(encode(core.strong_random(), 'hex'), 8),
        description = null, thumbnail_url = null, artwork_url = null
      where a.id = _adventure.id and (
        a.name !~ '^gone-[0-9a-f]{8}$' or num_nonnulls(a.description, a.thumbnail_url, a.artwork_url) > 0
      );
    else
      delete from sparc.sessions as s where s.adventure_id = _adventure.id;
      delete from sparc.adventures as a where a.id = _adventure.id;
    end if;
  end loop;
end
$$;
comment on function sparc.erase_adventures(uuid) is
  'What becomes of the adventures of a person who is erased: one that others played, ran or rated stays playable under a '
  'neutral name, with content and creatures if it was ever published; all others go. [helper]';
revoke all on function sparc.erase_adventures(uuid) from public;
commit;
