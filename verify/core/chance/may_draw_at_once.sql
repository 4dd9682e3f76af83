-- Verify gamekeeper:core/chance/may_draw_at_once on pg
begin;
set local role gamekeeper;
do $$
begin
  perform set_config('request.jwt.claims', '', true);
  if not core.may_draw_at_once() then
    raise exception 'the deployer may not draw at once';
  end if;
  if has_function_privilege('authenticated', 'core.may_draw_at_once()', 'execute') then
    raise exception 'core.may_draw_at_once has the wrong privileges';
  end if;
end
$$;
rollback;
