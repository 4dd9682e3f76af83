-- Deploy gamekeeper:xp/policies/unknown_keys to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.unknown_keys(path text, value jsonb, known text[])
returns table (path text, message text)
language sql
immutable
parallel safe
begin atomic
  select
    case unknown_keys.path when '$' then k else unknown_keys.path || '.' || k end,
    'is not a known key'
  from jsonb_object_keys(case jsonb_typeof(unknown_keys.value) when 'object' then unknown_keys.value else '{}' end) as k
  where k <> all (unknown_keys.known)
  order by k
  limit 100;
end;
comment on function xp.unknown_keys(text, jsonb, text[]) is 'A problem for each of the first hundred keys of the object at path that are not known. [helper]';
revoke all on function xp.unknown_keys(text, jsonb, text[]) from public;
commit;
