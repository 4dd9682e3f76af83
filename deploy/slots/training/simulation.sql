-- Deploy gamekeeper:slots/training/simulation to pg
-- requires: slots/games/compiled_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.simulation as (
  program slots.compiled_game,
  min_bet numeric,
  bet_step numeric,
  max_bet numeric,
  fee numeric,
  inner_block bytea,
  outer_block bytea
);
comment on type slots.simulation is 'What all episodes of a simulation share: the game, the fee and the key of the draws.';
comment on column slots.simulation.program is 'The compiled game.';
comment on column slots.simulation.min_bet is 'Lowest bet.';
comment on column slots.simulation.bet_step is 'What bets are multiples of.';
comment on column slots.simulation.max_bet is 'Highest bet; null where nothing bounds it.';
comment on column slots.simulation.fee is 'Fee of each bet.';
comment on column slots.simulation.inner_block is 'core.hmac_pad(server seed, 54).';
comment on column slots.simulation.outer_block is 'core.hmac_pad(server seed, 92).';
commit;
