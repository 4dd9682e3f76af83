-- Deploy gamekeeper:sparc/characters/check_character_limit to pg
-- requires: core/errors/raise core/callers/is_service auth/uid sparc/characters/characters
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Locks the user's row before it counts, so that parallel inserts count one after the other. A character
-- for somebody else is not counted, or the answer would tell how many they have: the policy refuses it next.
create function sparc.check_character_limit()
returns trigger
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _limit constant integer := 10;
begin
  if new.user_id is distinct from auth.uid() and not core.is_service() then
    return new;
  end if;
  perform from sparc.users as u where u.id = new.user_id for no key update;
  if (select count(*) from sparc.characters as c where c.user_id = new.user_id and c.deleted_at is null) >= _limit then
    perform core.raise('CHARACTER_LIMIT', jsonb_build_object('limit', _limit));
  end if;
  return new;
end
$$;
comment on function sparc.check_character_limit() is
  'Trigger: at most ten living characters a user, also under parallel inserts. Raises: CHARACTER_LIMIT. [helper]';
revoke all on function sparc.check_character_limit() from public;
create trigger enforce_character_limit before insert on sparc.characters
for each row execute function sparc.check_character_limit();
commit;
