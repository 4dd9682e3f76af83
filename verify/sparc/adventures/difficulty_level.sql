-- Verify gamekeeper:sparc/adventures/difficulty_level on pg
begin;
do $$
begin
  if enum_range(null::sparc.difficulty_level)::text[] <> array['easy', 'medium', 'hard'] then
    raise exception 'sparc.difficulty_level has other values';
  end if;
end
$$;
rollback;
