-- Deploy gamekeeper:slots/fairness/verify_spin to pg
-- requires: core/errors/raise slots/checks/check_text core/chance/hmac_pad slots/fairness/draw_stops slots/games/compiled_game slots/games/spin slots/games/evaluate_stops slots/games/game_programs core/shards/raise_unknown_definition
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- SECURITY DEFINER only to reach the rules and the compiled definition, which no client is granted.
create function slots.verify_spin(game_id uuid, server_seed bytea, client_seed text, nonce bigint)
returns slots.spin
language plpgsql
stable
security definer
set search_path = pg_temp
as $$
declare
  _program slots.compiled_game;
begin
  if verify_spin.server_seed is null or length(verify_spin.server_seed) <> 32 then
    perform core.raise('INVALID_INPUT', '{"field": "server_seed", "problem": "must be 32 bytes"}');
  end if;
  perform slots.check_text('client_seed', verify_spin.client_seed, 200);
  if verify_spin.nonce is null or verify_spin.nonce < 0 then
    perform core.raise('INVALID_INPUT', '{"field": "nonce", "problem": "must be a whole number from 0"}');
  end if;
  _program := (select p.program from slots.game_programs as p where p.game_id = verify_spin.game_id);
  if _program is null then
    perform core.raise_unknown_definition(jsonb_build_object('gameId', verify_spin.game_id), verify_spin.game_id);
  end if;
  return slots.evaluate_stops(
    _program,
    slots.draw_stops(
      core.hmac_pad(verify_spin.server_seed, 54), core.hmac_pad(verify_spin.server_seed, 92),
      verify_spin.client_seed, verify_spin.nonce, _program.reel_lengths
    )
  );
end
$$;
comment on function slots.verify_spin(uuid, bytea, text, bigint) is
  'Anyone: the stops, symbols and multiplier that a revealed server seed, its client seed and a nonce give on a game. Raises: INVALID_INPUT, NOT_FOUND. [client]';
revoke all on function slots.verify_spin(uuid, bytea, text, bigint) from public;
grant execute on function slots.verify_spin(uuid, bytea, text, bigint) to anon, authenticated, service_role;
commit;
