-- Deploy gamekeeper:xp/users/anchor_zone to pg
-- requires: xp/users/xp_users xp/policies/policy_terms core/records/setting xp/settings
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.anchor_zone(terms xp.policy_terms, reward_tz text)
returns text
language sql
stable
parallel safe
return case (anchor_zone.terms).anchor
  when 'FIXED_UTC' then 'UTC'
  when 'SERVER_LOCAL' then core.setting('xp.server_timezone') #>> '{}'
  else anchor_zone.reward_tz
end;
comment on function xp.anchor_zone(xp.policy_terms, text) is
  'The zone in which a policy''s days begin: the user''s, UTC, or the one of the setting xp.server_timezone. [helper]';
revoke all on function xp.anchor_zone(xp.policy_terms, text) from public;
commit;
