-- Deploy gamekeeper:slots/games/bet_step to pg
-- requires: slots/games/compiled_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- In ten-thousandths: a payout of n / 10^8 stakes is exact for multiples of 10^8 / gcd(n, 10^8), all of them for the least common multiple.
create function slots.bet_step(program slots.compiled_game)
returns numeric
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _parts constant numeric := 1e8;
  _step numeric := 1::numeric;
  _payout numeric;
begin
  foreach _payout in array bet_step.program.payouts loop
    _step := lcm(_step, div(_parts, gcd(_parts, _payout * _parts)));
  end loop;
  return _step / 1e4;
end
$$;
comment on function slots.bet_step(slots.compiled_game) is
  'The smallest bet whose every payout is exact at four decimals; so are those of its multiples, and no others. 0.0001 where '
  'payouts are whole numbers of stakes, at most 10000. Pure. [helper]';
revoke all on function slots.bet_step(slots.compiled_game) from public;
commit;
