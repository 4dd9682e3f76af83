-- Deploy gamekeeper:sparc/rolls/require_at_once to pg
-- requires: core/errors/raise core/chance/may_draw_at_once
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.require_at_once(instead text)
returns void
language plpgsql
stable
as $$
begin
  if not core.may_draw_at_once() then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('instead', array[require_at_once.instead, 'sparc.throw_roll']));
  end if;
end
$$;
comment on function sparc.require_at_once(text) is
  'Refuses a caller who may not decide a roll and see it in one transaction, and names the calls to make instead. Raises: '
  'COMMIT_FIRST. [helper]';
revoke all on function sparc.require_at_once(text) from public;
commit;
