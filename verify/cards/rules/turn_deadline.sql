-- Verify gamekeeper:cards/rules/turn_deadline on pg
begin;
set local role gamekeeper;
do $$
declare
  _before cards.table_state;
  _after cards.table_state;
begin
  _after.turn := 1;
  _after.turn_seconds := 60;
  if cards.turn_deadline(_before, _after, null, 'epoch') is distinct from timestamptz 'epoch' + interval '1 minute'
    or cards.turn_deadline(_after, _after, 'infinity', 'epoch') is distinct from 'infinity'
  then
    raise exception 'cards.turn_deadline is wrong';
  end if;
  if has_function_privilege('authenticated', 'cards.turn_deadline(cards.table_state, cards.table_state, timestamptz, timestamptz)', 'execute') then
    raise exception 'authenticated can execute cards.turn_deadline';
  end if;
end
$$;
rollback;
