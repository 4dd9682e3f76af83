-- Deploy gamekeeper:sparc/people/profile_name to pg
-- requires: sparc/schema
begin;
set local role gamekeeper;
-- Never null, never too long, never a control character, whatever the metadata hold: sign-up must not
-- fail because of them.
create function sparc.profile_name(metadata jsonb, email text)
returns text
language sql
immutable
parallel safe
set search_path = pg_temp
as $$
  select coalesce(
    nullif(left(btrim(regexp_replace(given.name, '[[:cntrl:][:space:]]+', ' ', 'g')), 80), ''),
    nullif(left(btrim(regexp_replace(split_part(profile_name.email, '@', 1), '[[:cntrl:][:space:]]+', ' ', 'g')), 80), ''),
    'player'
  )
  from (
    select case
      when jsonb_typeof(profile_name.metadata -> 'display_name') = 'string'
        then profile_name.metadata ->> 'display_name'
    end as name
  ) as given
$$;
comment on function sparc.profile_name(jsonb, text) is 'The display name of a new profile: display_name of the sign-up''s metadata, else the part of the address before the @, else player; cleaned and cut to 80 characters. Internal.';
revoke all on function sparc.profile_name(jsonb, text) from public;
commit;
