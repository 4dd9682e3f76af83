-- Deploy gamekeeper:slots/games/create_game to pg
-- requires: core/keys/uuid_v7 core/records/note_request core/errors/raise core/callers/require_operator slots/checks/check_text slots/games/compiled_game slots/games/game_problems slots/games/compile_game slots/games/game_profile slots/games/bet_step core/callers/is_service core/records/setting slots/settings slots/checks/check_money slots/checks/check_cost_rate slots/games/games slots/games/game_programs
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.create_game(
  name text, rng_signature jsonb, symbol_map jsonb, idempotency_key text default null, min_bet numeric default null,
  max_bet numeric default null, cost_rate jsonb default '{}'
)
returns slots.games
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _game_id uuid := core.uuid_v7();
  _made_id text;
  _problems jsonb;
  _program slots.compiled_game;
  _profile jsonb;
  _step numeric;
  _min_bet numeric;
  _game slots.games;
begin
  perform core.require_operator();
  perform slots.check_text('name', create_game.name, 200);
  select jsonb_agg(jsonb_build_object('path', p.path, 'problem', p.problem))
  into _problems
  from slots.game_problems(create_game.rng_signature, create_game.symbol_map) as p;
  if _problems is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('problems', _problems));
  end if;

  _program := slots.compile_game(create_game.rng_signature, create_game.symbol_map);
  _step := slots.bet_step(_program);
  if create_game.min_bet is not null then
    perform slots.check_money('min_bet', create_game.min_bet);
  end if;
  _min_bet := slots.check_money('min_bet', _step * greatest(1, ceil(create_game.min_bet / _step)));
  if create_game.max_bet is not null and slots.check_money('max_bet', create_game.max_bet) < _min_bet then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', 'max_bet', 'problem', 'must not be below the lowest bet', 'minBet', trim_scale(_min_bet)
    ));
  end if;
  perform slots.check_cost_rate(create_game.cost_rate);

  _made_id := core.note_request(
    'slots.create_game', create_game.idempotency_key,
    jsonb_build_array(
      create_game.name, create_game.rng_signature, create_game.symbol_map, create_game.min_bet, create_game.max_bet, create_game.cost_rate
    ),
    _game_id::text
  );
  if _made_id is not null then
    select * into _game from slots.games as g where g.game_id = _made_id::uuid;
    return _game;
  end if;

  _profile := slots.game_profile(_program);
  if (_profile -> 'rtp')::numeric > core.setting('slots.max_rtp')::numeric and not core.is_service() then
    perform core.raise('FORBIDDEN', jsonb_build_object('rtp', _profile -> 'rtp', 'maxRtp', core.setting('slots.max_rtp')));
  end if;
  insert into slots.games (
    game_id, name, rng_signature, symbol_map, statistical_profile, bet_step, min_bet, max_bet, cost_rate
  )
  values (
    _game_id, create_game.name, create_game.rng_signature, create_game.symbol_map, _profile, _step, _min_bet, create_game.max_bet,
    create_game.cost_rate
  )
  returning * into _game;
  insert into slots.game_programs (game_id, program) values (_game.game_id, _program);
  return _game;
end
$$;
comment on function slots.create_game(text, jsonb, jsonb, text, numeric, numeric, jsonb) is
  'Operators and the service: a new game with its exact statistical profile, and perhaps a lowest and a highest bet and fees. '
  'The lowest bet is rounded up to a multiple of slots.bet_step, whose payouts are exact. A malformed definition is refused with '
  'every problem in DETAIL: {"problems": [{"path", "problem"}]}; one that returns more than the setting slots.max_rtp needs the '
  'service. A repeated idempotency_key gives what was made the first time. '
  'Call it as select * from slots.create_game(...). Raises: FORBIDDEN, INVALID_INPUT, IDEMPOTENCY_CONFLICT. [operator] [repeat: key]';
revoke all on function slots.create_game(text, jsonb, jsonb, text, numeric, numeric, jsonb) from public;
grant execute on function slots.create_game(text, jsonb, jsonb, text, numeric, numeric, jsonb) to authenticated, service_role;
commit;
