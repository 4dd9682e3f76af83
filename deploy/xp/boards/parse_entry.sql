-- Deploy gamekeeper:xp/boards/parse_entry to pg
-- requires: xp/boards/board_entry
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.parse_entry(entry jsonb)
returns xp.board_entry
language plpgsql
immutable
as $$
declare
  _most constant bigint := 9223372036854775807;
  _entry xp.board_entry;
begin
  if parse_entry.entry ->> 'xp' ~ '^[0-9]{1,19}$' then
    _entry.xp := nullif(least((parse_entry.entry ->> 'xp')::numeric, _most), _most)::bigint;
  end if;
  _entry.public_id := substring(parse_entry.entry ->> 'public_id' from '(?i)^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$')::uuid;
  return _entry;
end
$$;
comment on function xp.parse_entry(jsonb) is
  'Whose entry of a board it was that a client sends back, and the XP in it; null where that can be nobody''s or no score. [helper]';
revoke all on function xp.parse_entry(jsonb) from public;
commit;
