-- Deploy gamekeeper:core/keys/is_display_name to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What turns the text around it (U+202A to U+202E, U+2066 to U+2069) or breaks the line (U+2028, U+2029) counts as a
-- control character. The second list is what shows nothing: two names of such characters could not be told apart.
create function core.is_display_name(name text)
returns boolean
language sql
immutable
parallel safe
return coalesce(
  is_display_name.name !~ '[[:cntrl:]\u2028-\u202e\u2066-\u2069]'
  and is_display_name.name ~ '[^[:space:]\u00a0\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2000-\u200f\u202f\u205f-\u2065\u206a-\u206f\u2800\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0]',
  false
);
comment on function core.is_display_name(text) is
  'Whether people may be shown the text as somebody''s or something''s name: something visible, no control '
  'characters, nothing that turns the text around it. How long it may be is up to each table. False for null. '
  '[helper]';
revoke all on function core.is_display_name(text) from public;
grant execute on function core.is_display_name(text) to authenticated, service_role;
commit;
