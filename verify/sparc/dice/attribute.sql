-- Verify gamekeeper:sparc/dice/attribute on pg
begin;
do $$
begin
  if enum_range(null::sparc.attribute)::text[] <> array['might', 'grace', 'wit', 'heart'] then
    raise exception 'sparc.attribute has other values';
  end if;
end
$$;
rollback;
