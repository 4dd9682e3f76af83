-- Verify gamekeeper:sparc/adventures/adventure_status on pg
begin;
do $$
begin
  if enum_range(null::sparc.adventure_status)::text[] <> array['draft', 'published', 'archived'] then
    raise exception 'sparc.adventure_status has other values';
  end if;
end
$$;
rollback;
