-- Deploy gamekeeper:slots/training/simulated_turn to pg
-- requires: slots/games/spin
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.simulated_turn as (
  seed text,
  spins bigint,
  pending_bet numeric,
  balance_change numeric,
  balance numeric,
  is_over boolean,
  spin slots.spin,
  payout numeric,
  reward numeric,
  problem text
);
comment on type slots.simulated_turn is 'A simulated episode, and what its last action did.';
comment on column slots.simulated_turn.seed is 'What a session has as its client seed.';
comment on column slots.simulated_turn.spins is 'How many spins were drawn; the nonce of the next.';
comment on column slots.simulated_turn.pending_bet is 'The placed bet; null without one.';
comment on column slots.simulated_turn.balance_change is 'Payouts less stakes and fees.';
comment on column slots.simulated_turn.balance is 'What is left to bet with; null where nothing bounds it.';
comment on column slots.simulated_turn.is_over is 'Whether it was cashed out.';
comment on column slots.simulated_turn.spin is 'What the last action drew; null if nothing.';
comment on column slots.simulated_turn.payout is 'What that paid; 0 if nothing was drawn.';
comment on column slots.simulated_turn.reward is 'slots.reward of the last action.';
comment on column slots.simulated_turn.problem is 'The code with which slots.act refuses the last action, which then changed nothing; null if it was taken.';
commit;
