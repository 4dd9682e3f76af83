-- Deploy gamekeeper:xp/users/set_segment to pg
-- requires: xp/users/xp_users core/callers/require_service core/errors/raise core/shards/enter xp/users/user_slot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.set_segment(user_id bigint, segment_key text)
returns xp.xp_users
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _account xp.xp_users;
begin
  perform core.require_service();
  if length(set_segment.segment_key) not between 1 and 100 then
    perform core.raise('INVALID_INPUT', '{"field": "segment_key", "problem": "must have from 1 to 100 characters"}');
  end if;
  perform core.enter(xp.user_slot(set_segment.user_id));
  update xp.xp_users as u
  set segment_key = set_segment.segment_key
  where u.user_id = set_segment.user_id and u.segment_key is distinct from set_segment.segment_key
  returning u.* into _account;
  if not found then
    select u.* into _account from xp.xp_users as u where u.user_id = set_segment.user_id;
  end if;
  if not found then
    perform core.raise('NOT_FOUND', jsonb_build_object('userId', set_segment.user_id));
  end if;
  return _account;
end
$$;
comment on function xp.set_segment(bigint, text) is
  'For the service: puts a user into a segment, or with null into none. Raises: FORBIDDEN, INVALID_INPUT, NOT_FOUND. [service] [repeat: natural]';
revoke all on function xp.set_segment(bigint, text) from public;
grant execute on function xp.set_segment(bigint, text) to service_role;
commit;
