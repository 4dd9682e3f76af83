-- Deploy gamekeeper:xp/prizes/prize_person to pg
-- requires: xp/users/xp_users core/callers/closed_persons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.prize_person(user_id bigint)
returns text
language plpgsql
stable
as $$
declare
  _person text := (select u.external_user_id from xp.xp_users as u where u.user_id = prize_person.user_id);
  _gone core.closed_persons;
begin
  loop
    select c.* into _gone
    from core.closed_persons as c
    where c.person_id = substring(_person from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid;
    exit when not found or _gone.kind = 'closed';
    _person := case when _gone.kind = 'merged' then _gone.into_id::text end;
  end loop;
  return _person;
end
$$;
comment on function xp.prize_person(bigint) is
  'Whom the prize of an account goes to: its person, or the one that they became one with, wherever that one lives; null where the person '
  'was erased. [helper]';
revoke all on function xp.prize_person(bigint) from public;
commit;
