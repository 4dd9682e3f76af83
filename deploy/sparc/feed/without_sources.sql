-- Deploy gamekeeper:sparc/feed/without_sources to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.without_sources(modifiers jsonb)
returns jsonb
language plpgsql
immutable
strict
parallel safe
as $$
begin
  if without_sources.modifiers = '[]' then
    return without_sources.modifiers;
  end if;
  return (
    select jsonb_agg(modifier.document - 'source' order by modifier.place)
    from jsonb_array_elements(without_sources.modifiers) with ordinality as modifier (document, place)
  );
end
$$;
comment on function sparc.without_sources(jsonb) is
  'The modifiers of a roll without what a person called them: all that the dice depend on. [helper]';
revoke all on function sparc.without_sources(jsonb) from public;
commit;
