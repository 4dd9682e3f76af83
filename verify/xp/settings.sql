-- Verify gamekeeper:xp/settings on pg
begin;
set local role gamekeeper;
do $$
begin
  if core.setting('xp.server_timezone') is null or core.setting('xp.self_segment') is null then
    raise exception 'core.settings lacks settings of xp';
  end if;
end
$$;
rollback;
