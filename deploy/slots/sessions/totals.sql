-- Deploy gamekeeper:slots/sessions/totals to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The columns have the names of the document's keys, so that jsonb_populate_record reads it and to_jsonb writes it: each is one
-- expression, where a key read by itself is an expression of its own.
create type slots.totals as (
  spins bigint,
  wins bigint,
  "totalBet" numeric,
  "totalPayout" numeric,
  "totalFees" numeric,
  "totalReward" numeric
);
comment on type slots.totals is 'The running counters of a session, as sessions.metrics holds them.';
comment on column slots.totals.spins is 'Spins that were played.';
comment on column slots.totals.wins is 'Those of them that paid.';
comment on column slots.totals."totalBet" is 'Their stakes.';
comment on column slots.totals."totalPayout" is 'What they paid.';
comment on column slots.totals."totalFees" is 'Their fees.';
comment on column slots.totals."totalReward" is 'Their rewards (slots.reward).';
commit;
