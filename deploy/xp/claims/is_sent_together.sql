-- Deploy gamekeeper:xp/claims/is_sent_together to pg
-- requires: xp/streaks/xp_streaks xp/claims/xp_awards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.is_sent_together(award xp.xp_awards, at timestamptz)
returns boolean
language plpgsql
stable
parallel restricted
as $$
declare
  _together constant interval := interval '5 seconds';
begin
  if is_sent_together.at >= is_sent_together.award.created_at + _together then
    return false;
  end if;
  perform from xp.xp_streaks as s where s.user_id = is_sent_together.award.user_id and s.claimed_by <> pg_backend_pid();
  return found;
end
$$;
comment on function xp.is_sent_together(xp.xp_awards, timestamptz) is
  'Whether a claim that is answered with an award counts as sent together with the call that wrote it: it arrives shortly afterwards over another connection. [helper]';
revoke all on function xp.is_sent_together(xp.xp_awards, timestamptz) from public;
commit;
