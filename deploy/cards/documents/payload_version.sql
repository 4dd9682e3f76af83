-- Deploy gamekeeper:cards/documents/payload_version to pg
-- requires: cards/documents/is_profile_event
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.payload_version(type text)
returns integer
language sql
immutable
parallel safe
return case when cards.is_profile_event(payload_version.type) then 2 else 1 end;
comment on function cards.payload_version(text) is
  'The _v of stored payloads of that type of event (docs/cards.md, Events). [helper]';
revoke all on function cards.payload_version(text) from public;
commit;
