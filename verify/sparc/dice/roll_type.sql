-- Verify gamekeeper:sparc/dice/roll_type on pg
begin;
do $$
begin
  if enum_range(null::sparc.roll_type)::text[] <> array['attribute_check', 'attack', 'defense', 'initiative', 'damage', 'healing', 'ability', 'heroic_save'] then
    raise exception 'sparc.roll_type has other values';
  end if;
end
$$;
rollback;
