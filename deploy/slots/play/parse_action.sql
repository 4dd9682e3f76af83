-- Deploy gamekeeper:slots/play/parse_action to pg
-- requires: core/errors/raise slots/checks/check_money slots/play/player_action
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.parse_action(action jsonb)
returns slots.player_action
language plpgsql
stable
parallel safe
as $$
declare
  _action slots.player_action;
begin
  if jsonb_typeof(parse_action.action) is distinct from 'object' then
    perform core.raise('INVALID_INPUT', '{"field": "action", "problem": "must be an object"}');
  end if;
  if parse_action.action - array['type', 'amount'] <> '{}' then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'action', 'problem', 'has unknown keys',
      'keys', (select jsonb_agg(left(k.key, 100)) from jsonb_object_keys(parse_action.action - array['type', 'amount']) as k (key))
    ));
  end if;
  _action.type := case parse_action.action -> 'type'
    when '"PlaceBet"' then 'PlaceBet'
    when '"Bet"' then 'PlaceBet'
    when '"Spin"' then 'Spin'
    when '"CashOut"' then 'CashOut'
  end;
  if _action.type is null then
    perform core.raise('INVALID_INPUT', '{"field": "action.type", "problem": "must be PlaceBet (or Bet), Spin or CashOut"}');
  end if;
  if parse_action.action ? 'amount' then
    if _action.type = 'CashOut' then
      perform core.raise('INVALID_INPUT', '{"field": "action.amount", "problem": "CashOut takes no amount"}');
    end if;
    if jsonb_typeof(parse_action.action -> 'amount') <> 'number' then
      perform core.raise('INVALID_INPUT', '{"field": "action.amount", "problem": "must be a number"}');
    end if;
    _action.amount := slots.check_money('action.amount', (parse_action.action -> 'amount')::numeric);
  elsif _action.type = 'PlaceBet' then
    perform core.raise('INVALID_INPUT', '{"field": "action.amount", "problem": "is missing"}');
  end if;
  return _action;
end
$$;
comment on function slots.parse_action(jsonb) is
  '{"type": "PlaceBet", "amount": n}, {"type": "Spin"}, {"type": "Spin", "amount": n} or {"type": "CashOut"}, and nothing else. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.parse_action(jsonb) from public;
commit;
