-- Deploy gamekeeper:sparc/dice/modifier_sum to pg
-- requires: sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.modifier_sum(modifiers jsonb, modifier_type text)
returns integer
language plpgsql
immutable
strict
parallel safe
as $$
begin
  return (
    select coalesce(sum((modifier.document ->> 'value')::integer), 0)::integer
    from jsonb_array_elements(modifier_sum.modifiers) as modifier (document)
    where modifier.document ->> 'type' = modifier_sum.modifier_type
  );
end
$$;
comment on function sparc.modifier_sum(jsonb, text) is
  'The sum of the values of all modifiers of that type, dice or flat; of valid modifiers. [helper]';
revoke all on function sparc.modifier_sum(jsonb, text) from public;
commit;
