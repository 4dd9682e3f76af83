-- Deploy gamekeeper:slots/games/compile_game to pg
-- requires: slots/games/compiled_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.compile_game(rng_signature jsonb, symbol_map jsonb)
returns slots.compiled_game
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _program slots.compiled_game;
  _reels integer := jsonb_array_length(compile_game.rng_signature -> 'reels');
begin
  select
    array_agg(m.symbol order by m.symbol collate "C"),
    array_agg(coalesce((m.rule -> 'wild')::boolean, false) order by m.symbol collate "C")
  into _program.symbols, _program.wilds
  from jsonb_each(compile_game.symbol_map) as m (symbol, rule);

  select array_agg(jsonb_array_length(r.strip) order by r.index)
  into _program.reel_lengths
  from jsonb_array_elements(compile_game.rng_signature -> 'reels') with ordinality as r (strip, index);

  select array_agg(array_position(_program.symbols, s.symbol) order by r.index, s.index)
  into _program.strips
  from jsonb_array_elements(compile_game.rng_signature -> 'reels') with ordinality as r (strip, index)
  cross join lateral jsonb_array_elements_text(r.strip) with ordinality as s (symbol, index);

  select array_agg(best.payout order by s.index, run.length)
  into _program.payouts
  from unnest(_program.symbols) with ordinality as s (symbol, index)
  cross join generate_series(1, _reels) as run (length)
  cross join lateral (
    select coalesce(max(p.payout::numeric), 0)
    from jsonb_each_text(compile_game.symbol_map -> s.symbol -> 'payouts') as p (run, payout)
    where p.run::integer <= run.length
  ) as best (payout);

  select array_agg(best.payout order by run.length)
  into _program.any_payouts
  from generate_series(1, _reels) as run (length)
  cross join lateral (
    select max(_program.payouts[(s.index - 1) * _reels + run.length])
    from generate_series(1, cardinality(_program.symbols)) as s (index)
  ) as best (payout);

  return _program;
end
$$;
comment on function slots.compile_game(jsonb, jsonb) is
  'A sound definition (no slots.game_problems) as a slots.compiled_game. A run of length L pays the largest payout listed for any length up to L. Pure. [helper]';
revoke all on function slots.compile_game(jsonb, jsonb) from public;
commit;
