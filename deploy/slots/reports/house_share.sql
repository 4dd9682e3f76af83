-- Deploy gamekeeper:slots/reports/house_share to pg
-- requires: slots/sessions/sessions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One expression, so that the planner inlines it.
create function slots.house_share(session slots.sessions)
returns numeric
language sql
immutable
parallel safe
return coalesce(((house_share.session).metrics ->> 'totalBet')::numeric, 0)
  + coalesce(((house_share.session).metrics ->> 'totalFees')::numeric, 0)
  - coalesce(((house_share.session).metrics ->> 'totalPayout')::numeric, 0)
  + coalesce((house_share.session).pending_bet + (house_share.session).pending_fee, 0);
comment on function slots.house_share(slots.sessions) is
  'What a session took from its wallet less what it paid: stakes and fees, those of a placed bet too, less payouts, by the session''s own '
  'counters and not by the ledger. Pure. [helper]';
revoke all on function slots.house_share(slots.sessions) from public;
commit;
