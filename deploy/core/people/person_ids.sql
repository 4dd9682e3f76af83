-- Deploy gamekeeper:core/people/person_ids to pg
-- requires: core/callers/closed_persons
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function core.person_ids(person_id uuid)
returns uuid[]
language sql
stable
set search_path = pg_temp
as $$
  with recursive ids (id) as (
    select person_ids.person_id
    union
    select c.person_id from ids as i join core.closed_persons as c on c.into_id = i.id
  )
  select array_agg(i.id order by i.id) from ids as i
$$;
comment on function core.person_ids(uuid) is 'All ids of a person: this one, and those that were merged into it. [helper]';
revoke all on function core.person_ids(uuid) from public;
commit;
