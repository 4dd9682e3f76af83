-- Deploy gamekeeper:sparc/sessions/guard_seat to pg
-- requires: core/errors/raise sparc/sessions/session_players sparc/characters/characters
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the character's row (after the session's), so that two sessions cannot take it at once. A seat that is given up
-- waits for no character: its player may hold the row open.
create function sparc.guard_seat()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if new.is_active then
    perform
    from sparc.characters as c
    where c.id = new.character_id and c.user_id = new.user_id and c.deleted_at is null
    for no key update;
  else
    perform from sparc.characters as c where c.id = new.character_id and c.user_id = new.user_id;
  end if;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('field', 'character_id'));
  end if;
  if new.is_active and exists (
    select
    from sparc.session_players as p
    join sparc.sessions as s on s.id = p.session_id
    where p.character_id = new.character_id
      and p.session_id <> new.session_id
      and p.is_active
      and s.status not in ('completed', 'cancelled')
  ) then
    perform core.raise('CHARACTER_BUSY');
  end if;
  return new;
end
$$;
comment on function sparc.guard_seat() is
  'Trigger: the character is the player''s own, lives, and sits in no other session that is not over. Raises: NOT_FOUND, '
  'CHARACTER_BUSY. [helper]';
revoke all on function sparc.guard_seat() from public;
create trigger guard_seat before insert or update of is_active, session_id, user_id, character_id on sparc.session_players
for each row execute function sparc.guard_seat();
commit;
