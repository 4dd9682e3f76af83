-- Verify gamekeeper:sparc/characters/character_class on pg
begin;
do $$
begin
  if enum_range(null::sparc.character_class)::text[] <> array['warrior', 'rogue', 'wizard', 'cleric', 'paladin', 'ranger', 'necromancer'] then
    raise exception 'sparc.character_class has other values';
  end if;
end
$$;
rollback;
