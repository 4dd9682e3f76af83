-- Deploy gamekeeper:sparc/dice/throw_dice to pg
-- requires: core/keys/strong_random sparc/dice/dice_from_bytes
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.throw_dice(dice_count integer)
returns integer[]
language plpgsql
volatile
parallel safe
as $$
declare
  _dice integer[] := '{}'::integer[];
begin
  while cardinality(_dice) < throw_dice.dice_count loop
    _dice := _dice || sparc.dice_from_bytes(core.strong_random());
  end loop;
  return _dice[1:throw_dice.dice_count];
end
$$;
comment on function sparc.throw_dice(integer) is
  'Throws that many six-sided dice from the server''s strong random source. [helper]';
revoke all on function sparc.throw_dice(integer) from public;
commit;
