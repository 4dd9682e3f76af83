-- Deploy gamekeeper:xp/ledger/level_at to pg
-- requires: xp/ledger/xp_levels
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Not strict, so that the planner inlines it.
create function xp.level_at(lifetime_xp bigint)
returns integer
language sql
stable
parallel safe
return (select v.level from xp.xp_levels as v where v.xp <= level_at.lifetime_xp order by v.xp desc limit 1);
comment on function xp.level_at(bigint) is 'The level of so much lifetime XP; null where there is no curve. [helper]';
revoke all on function xp.level_at(bigint) from public;
commit;
