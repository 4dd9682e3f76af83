-- Deploy gamekeeper:sparc/sessions/guard_character to pg
-- requires: core/callers/closed_persons core/errors/raise sparc/characters/characters sparc/sessions/session_players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.guard_character()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _column text;
begin
  _column := case
    when new.id <> old.id then 'id'
    when new.user_id <> old.user_id and not exists (
      select
      from core.closed_persons as c
      where c.person_id = old.user_id and c.kind = 'merged' and c.into_id = new.user_id
    ) then 'user_id'
    when new.class <> old.class then 'class'
  end;
  if _column is not null then
    perform core.raise('UNCHANGEABLE', jsonb_build_object('column', _column));
  end if;
  if new.name <> old.name and new.user_id = old.user_id and exists (
    select
    from sparc.session_players as p
    join sparc.sessions as s on s.id = p.session_id
    where p.character_id = old.id and p.is_active and s.status in ('active', 'paused')
  ) then
    perform core.raise('NAME_LOCKED');
  end if;
  return new;
end
$$;
comment on function sparc.guard_character() is
  'Trigger: the class of a character never changes, its owner only into whom they were merged, its name not while in an active or paused session. Raises: '
  'UNCHANGEABLE, NAME_LOCKED. [helper]';
revoke all on function sparc.guard_character() from public;
create trigger guard_character before update of id, user_id, class, name on sparc.characters
for each row execute function sparc.guard_character();
commit;
