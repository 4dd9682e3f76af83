-- Verify gamekeeper:core/keys/strong_random on pg
begin;
do $$
begin
  if length(core.strong_random()) <> 32 or core.strong_random() = core.strong_random() then
    raise exception 'core.strong_random() gives no 32 fresh bytes';
  end if;
  if has_function_privilege('anon', 'core.strong_random()', 'execute') then
    raise exception 'anon can execute core.strong_random()';
  end if;
end
$$;
rollback;
