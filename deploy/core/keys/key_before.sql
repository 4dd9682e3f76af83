-- Deploy gamekeeper:core/keys/key_before to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A page compares with one bound, not with "after is null or", so that the cached plan of every page walks the index.
create function core.key_before(after uuid)
returns uuid
language sql
immutable
parallel safe
return coalesce(key_before.after, 'ffffffff-ffff-ffff-ffff-ffffffffffff');
comment on function core.key_before(uuid) is
  'What the ids of a page lie below, when ids are listed from the newest: the last id that was seen, or more than '
  'any for the first page. [helper]';
revoke all on function core.key_before(uuid) from public;
commit;
