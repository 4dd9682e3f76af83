-- From nothing to a verified spin, as the service, a player and a stranger would call it.
set role service_role;
select game_id from slots.create_game(
  'Two letters', '{"algorithm": "hmac-sha256", "reels": [["A", "B"], ["A", "B", "B"]]}',
  '{"A": {"payouts": {"1": 1, "2": 2.5}}, "B": {"payouts": {"2": 0.2}}}'
) \gset
select name, statistical_profile from slots.games where game_id = :'game_id';

set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
set role authenticated;
select wallet_id from slots.create_wallet('AUD', 50, '{"perSpinFee": 0.01}') \gset

-- only the service credits; a retry moves nothing
set request.jwt.claims = '{"role": "service_role"}';
set role service_role;
select kind, amount, balance_after from slots.wallet_operation(:'wallet_id', 'credit', 20, 'deposit 1');
select kind, amount, balance_after from slots.wallet_operation(:'wallet_id', 'credit', 20, 'deposit 1');

-- the player bets, and spins in a later transaction
set request.jwt.claims = '{"sub": "8f2b6c1e-30a1-4f3a-9c58-1d1f4c6a7b10", "role": "authenticated"}';
set role authenticated;
select session_id from slots.create_session(:'game_id', '{"behaviorType": "steady", "maxBet": 5}', :'wallet_id', 'luck') \gset
select state, result, balance from slots.act(:'session_id', '{"type": "PlaceBet", "amount": 2}', 'bet 1');
select state, jsonb_array_length(result -> 'symbols') as symbols, nonce from slots.act(:'session_id', '{"type": "Spin"}', 'spin 1');
select state, result from slots.act(:'session_id', '{"type": "CashOut"}', 'out');
select event_index, action from slots.list_events(:'session_id');
select count(*) as problems from slots.verify_wallet(:'wallet_id');

-- a stranger checks the spin from the revealed seed
select seed_no from slots.rotate_seed(:'session_id') \gset
select server_seed, client_seed from slots.revealed_seeds where session_id = :'session_id' and seed_no = :seed_no \gset
select result -> 'stops' as stops from slots.list_events(:'session_id', 1, 1) \gset
set request.jwt.claims = '{"role": "anon"}';
set role anon;
select to_jsonb(stops) = :'stops' as the_same from slots.verify_spin(:'game_id', :'server_seed', :'client_seed', 0);
