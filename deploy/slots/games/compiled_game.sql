-- Deploy gamekeeper:slots/games/compiled_game to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create type slots.compiled_game as (
  symbols text[],
  wilds boolean[],
  reel_lengths integer[],
  strips integer[],
  payouts numeric[],
  any_payouts numeric[]
);
comment on type slots.compiled_game is 'A game definition made ready to be played and counted, by slots.compile_game.';
comment on column slots.compiled_game.symbols is 'Symbol names; their positions, from 1, stand for them below.';
comment on column slots.compiled_game.wilds is 'Per symbol: does it stand for any other.';
comment on column slots.compiled_game.reel_lengths is 'Stops per reel, leftmost first.';
comment on column slots.compiled_game.strips is 'The strips of all reels, one after the other, as symbol positions.';
comment on column slots.compiled_game.payouts is 'Per symbol one stretch of as many numbers as there are reels: what a run of length 1, 2, ... pays, in stakes.';
comment on column slots.compiled_game.any_payouts is 'What a run of length 1, 2, ... pays when every symbol of it is wild: the best of all symbols.';
commit;
