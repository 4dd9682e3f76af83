-- Deploy gamekeeper:cards/documents/is_profile_event to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_profile_event(type text)
returns boolean
language sql
immutable
parallel safe
return is_profile_event.type in ('player_joined', 'profile_updated');
comment on function cards.is_profile_event(text) is
  'Whether events of that type tell of a profile: readers find it in cards.players, no log holds it. [helper]';
revoke all on function cards.is_profile_event(text) from public;
commit;
