-- Deploy gamekeeper:sparc/feed/published_payload to pg
-- requires: sparc/feed/without_sources
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The feed is published and archived, and no erasure reaches what was sent: texts that people wrote stay in the rows that
-- the payload names, and readers join them in (sparc.read_payload).
create function sparc.published_payload(payload jsonb)
returns jsonb
language plpgsql
immutable
parallel safe
as $$
declare
  _payload jsonb := published_payload.payload;
begin
  if not _payload ?| array['display_name', 'character_name', 'description', 'modifiers', 'looking_for'] then
    return _payload;
  end if;
  _payload := _payload - array['display_name', 'character_name'] || '{"_v": 2}';
  if jsonb_typeof(_payload -> 'description') = 'string' then
    _payload := _payload - 'description';
  end if;
  if _payload ? 'modifiers' then
    _payload := jsonb_set(_payload, '{modifiers}', sparc.without_sources(_payload -> 'modifiers'));
  end if;
  if _payload ? 'looking_for' then
    _payload := jsonb_set(_payload, '{looking_for}', '"changed"');
  end if;
  return _payload;
end
$$;
comment on function sparc.published_payload(jsonb) is
  'A payload of the feed, of form 1 or 2, without the texts that people wrote: form 2, which holds ids. [helper]';
revoke all on function sparc.published_payload(jsonb) from public;
commit;
