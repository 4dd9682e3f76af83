-- Verify gamekeeper:sparc/tutorial/tutorial_path on pg
begin;
do $$
begin
  if enum_range(null::sparc.tutorial_path)::text[] <> array['player', 'seer'] then
    raise exception 'sparc.tutorial_path has other values';
  end if;
end
$$;
rollback;
