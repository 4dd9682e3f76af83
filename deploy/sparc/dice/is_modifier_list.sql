-- Deploy gamekeeper:sparc/dice/is_modifier_list to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.is_modifier_list(modifiers jsonb)
returns boolean
language plpgsql
immutable
parallel safe
set search_path = pg_temp
as $$
declare
  _modifier jsonb;
begin
  if is_modifier_list.modifiers = '[]' then
    return true;
  end if;
  if jsonb_typeof(is_modifier_list.modifiers) is distinct from 'array' then
    return false;
  end if;
  if jsonb_array_length(is_modifier_list.modifiers) > 20 then
    return false;
  end if;
  for _modifier in select element.document from jsonb_array_elements(is_modifier_list.modifiers) as element (document) loop
    if jsonb_typeof(_modifier) <> 'object' then
      return false;
    end if;
    if (_modifier - array['type', 'value', 'source']) <> '{}'
      or coalesce(_modifier ->> 'type', '') not in ('dice', 'flat')
      or coalesce(_modifier ->> 'value', '') !~ '^-?[0-9]{1,3}$'
      or jsonb_typeof(_modifier -> 'value') <> 'number'
      or (_modifier ? 'source' and (jsonb_typeof(_modifier -> 'source') <> 'string' or length(_modifier ->> 'source') > 100)) then
      return false;
    end if;
  end loop;
  return true;
end
$$;
comment on function sparc.is_modifier_list(jsonb) is
  'Whether the document is an array of at most 20 modifiers {"type": "dice" or "flat", "value": a whole number of '
  '-999 to 999, "source": optional text of at most 100 characters}. [helper]';
revoke all on function sparc.is_modifier_list(jsonb) from public;
grant execute on function sparc.is_modifier_list(jsonb) to authenticated, service_role;
commit;
