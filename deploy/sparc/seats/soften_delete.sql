-- Deploy gamekeeper:sparc/seats/soften_delete to pg
-- requires: sparc/seats/retire_character
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The statement holds the character's row already, before the sessions': only a join of the same character, by the same
-- user, takes them the other way round.
create function sparc.soften_delete()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if not exists (select from sparc.users as u where u.id = old.user_id) then
    -- the profile itself is deleted, and takes its characters along
    return old;
  end if;
  perform sparc.retire_character(old.id);
  return null;
end
$$;
comment on function sparc.soften_delete() is
  'Trigger: a direct DELETE of a character, whoever sends it, does what sparc.delete_character does. Raises: CHARACTER_PLAYS, '
  'CHARACTER_BUSY, NAME_TAKEN. [helper]';
revoke all on function sparc.soften_delete() from public;
create trigger soften_delete before delete on sparc.characters
for each row execute function sparc.soften_delete();
commit;
