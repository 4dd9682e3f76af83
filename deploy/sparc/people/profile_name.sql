-- Deploy gamekeeper:sparc/people/profile_name to pg
-- requires: core/keys/is_display_name sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Never null, never too long, always a name that may be shown, whatever the metadata hold: sign-up must not
-- fail because of them.
create function sparc.profile_name(metadata jsonb, email text)
returns text
language sql
immutable
parallel safe
set search_path = pg_temp
as $$
  select cleaned.name
  from (
    values
      (1, case when jsonb_typeof(profile_name.metadata -> 'display_name') = 'string' then profile_name.metadata ->> 'display_name' end),
      (2, split_part(profile_name.email, '@', 1)),
      (3, 'player')
  ) as given (place, name)
  cross join lateral (
    select left(btrim(regexp_replace(given.name, '[[:cntrl:][:space:]]+', ' ', 'g')), 80) as name
  ) as cleaned
  where core.is_display_name(cleaned.name)
  order by given.place
  limit 1
$$;
comment on function sparc.profile_name(jsonb, text) is
  'The display name of a new profile: display_name of the sign-up''s metadata, else the part of the address before '
  'the @, else player; cleaned and cut to 80 characters; the first of them that '
  'core.is_display_name allows. [helper]';
revoke all on function sparc.profile_name(jsonb, text) from public;
commit;
