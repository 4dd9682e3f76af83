-- Deploy gamekeeper:slots/play/parse_action to pg
-- requires: slots/learning/policy_problem core/errors/raise slots/checks/is_money slots/checks/check_money slots/play/player_action
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
  _unknown jsonb;
  _action slots.player_action;
  _problem text;
begin
  -- the two shapes of a spin that places a bet, each told by one comparison; of all others, and of a wrong amount, it is asked what they are
  if jsonb_typeof(parse_action.action -> 'amount') = 'number'
    and parse_action.action = jsonb_set('{"type": "Spin", "amount": 0}', '{amount}', parse_action.action -> 'amount')
  then
    _action.amount := (parse_action.action -> 'amount')::numeric;
    if slots.is_money(_action.amount) then
      return row('Spin', _action.amount, null, parse_action.action)::slots.player_action;
    end if;
  elsif jsonb_typeof(parse_action.action -> 'next' -> 'amount') = 'number'
    and parse_action.action = jsonb_set('{"type": "Spin", "next": {"amount": 0}}', '{next,amount}', parse_action.action -> 'next' -> 'amount')
  then
    _action.next_amount := (parse_action.action -> 'next' -> 'amount')::numeric;
    if slots.is_money(_action.next_amount) then
      return row('Spin', null, _action.next_amount, parse_action.action)::slots.player_action;
    end if;
  end if;
  if jsonb_typeof(parse_action.action) is distinct from 'object' then
    perform core.raise('INVALID_INPUT', '{"field": "action", "problem": "must be an object"}');
  end if;
  _unknown := parse_action.action - array['type', 'amount', 'next', 'policy', 'probability'];
  if _unknown <> '{}' then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'action', 'problem', 'has unknown keys',
      'keys', (
        select jsonb_agg(left(k.key, 100))
        from (select o.key from jsonb_object_keys(_unknown) as o (key) limit 10) as k
      )
    ));
  end if;
  _action.type := case parse_action.action -> 'type'
    when '"PlaceBet"' then 'PlaceBet'
    when '"Bet"' then 'PlaceBet'
    when '"Spin"' then 'Spin'
    when '"CashOut"' then 'CashOut'
  end;
  if _action.type is null then
    _problem := 'type must be PlaceBet (or Bet), Spin or CashOut';
  elsif parse_action.action ? 'amount' then
    _problem := case
      when _action.type = 'CashOut' then 'CashOut takes no amount'
      when parse_action.action ? 'next' and _action.type = 'Spin' then 'a Spin takes amount or next, not both'
      when parse_action.action ? 'next' then 'only a Spin takes a next bet'
      when jsonb_typeof(parse_action.action -> 'amount') <> 'number' then 'amount must be a number'
    end;
  elsif _action.type = 'PlaceBet' then
    _problem := 'amount is missing';
  elsif parse_action.action ? 'next' then
    _problem := case
      when _action.type <> 'Spin' then 'only a Spin takes a next bet'
      when jsonb_typeof(parse_action.action -> 'next') <> 'object'
        or jsonb_typeof(parse_action.action -> 'next' -> 'amount') is distinct from 'number'
        or (parse_action.action -> 'next') - 'amount' <> '{}'
        then 'next must be {"amount": number}'
    end;
  end if;
  if parse_action.action ?| array['policy', 'probability'] then
    _problem := coalesce(_problem, slots.policy_problem(parse_action.action));
  end if;
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'action', 'problem', _problem));
  end if;
  if parse_action.action ? 'amount' then
    _action.amount := (parse_action.action -> 'amount')::numeric;
    if not slots.is_money(_action.amount) then
      perform slots.check_money('action.amount', _action.amount);
    end if;
  elsif parse_action.action ? 'next' then
    _action.next_amount := (parse_action.action -> 'next' -> 'amount')::numeric;
    if not slots.is_money(_action.next_amount) then
      perform slots.check_money('action.next.amount', _action.next_amount);
    end if;
  end if;
  _action.document := case
    when parse_action.action -> 'type' = '"Bet"' then parse_action.action || '{"type": "PlaceBet"}'
    else parse_action.action
  end;
  return _action;
end
$$;
comment on function slots.parse_action(jsonb) is
  '{"type": "PlaceBet", "amount": n} (Bet means the same), {"type": "Spin"}, {"type": "Spin", "next": {"amount": '
  'n}}, {"type": "Spin", "amount": n} or {"type": "CashOut"}, and nothing else; from '
  'the service also "policy": {"name", "version"} and "probability". Raises: INVALID_INPUT. [helper]';
revoke all on function slots.parse_action(jsonb) from public;
commit;
