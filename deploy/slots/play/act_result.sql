-- Deploy gamekeeper:slots/play/act_result to pg
-- requires: slots/sessions/game_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.act_result as (
  state slots.game_state,
  result jsonb,
  reward double precision,
  balance numeric(20, 4),
  event_id uuid,
  event_index bigint,
  nonce bigint
);
comment on type slots.act_result is 'What an action did.';
comment on column slots.act_result.state is 'State of the session now.';
comment on column slots.act_result.result is
  'Spin: {"symbols", "stops", "multiplier", "payout"}, and "next": {"stake"} where it placed the next bet; '
  'PlaceBet: {"stake"}; CashOut: {"spin": the result of the bet it played}. "by" where it was not the player.';
comment on column slots.act_result.reward is 'slots.reward of the step.';
comment on column slots.act_result.balance is 'Balance of the wallet now; null without a wallet.';
comment on column slots.act_result.event_id is 'Id of the event and of the experience.';
comment on column slots.act_result.event_index is 'Its place in the session.';
comment on column slots.act_result.nonce is 'Nonce of a spin drawn here, for slots.verify_spin; null otherwise.';
commit;
