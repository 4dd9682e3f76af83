-- Deploy gamekeeper:xp/ledger/user_level to pg
-- requires: xp/ledger/xp_levels xp/ledger/xp_balance xp/users/require_account core/callers/require_user core/callers/is_service core/errors/raise
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.user_level(user_id bigint default null)
returns table (lifetime_xp bigint, level integer, xp_in_level bigint, xp_to_next bigint)
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _user_id bigint := user_level.user_id;
begin
  if _user_id is null or not core.is_service() then
    _user_id := (xp.require_account(core.require_user()::text)).user_id;
    if _user_id <> user_level.user_id then
      perform core.raise('FORBIDDEN', '{"field": "user_id"}');
    end if;
  end if;
  return query
    select b.lifetime_xp, v.level, b.lifetime_xp - v.xp, n.xp - b.lifetime_xp
    from xp.xp_balance as b
    left join lateral (
      select l.level, l.xp from xp.xp_levels as l where l.xp <= b.lifetime_xp order by l.xp desc limit 1
    ) as v on true
    left join xp.xp_levels as n on n.level = v.level + 1
    where b.user_id = _user_id;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', _user_id));
  end if;
end
$$;
comment on function xp.user_level(bigint) is
  'The caller''s level by their lifetime XP, the XP since it began and the XP that the next one takes (null: it is the highest); for the '
  'service, anybody''s. Without a curve there is no level, and only lifetime_xp is not null. '
  'Raises: UNAUTHENTICATED, ACCOUNT_CLOSED, NOT_REGISTERED, FORBIDDEN, NOT_FOUND. [client]';
revoke all on function xp.user_level(bigint) from public;
grant execute on function xp.user_level(bigint) to authenticated, service_role;
commit;
