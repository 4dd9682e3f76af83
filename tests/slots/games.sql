begin;
select plan(51);

create function pg_temp.profile(reels jsonb, symbols jsonb) returns jsonb language sql as
$$ select (slots.create_game('T', jsonb_build_object('algorithm', 'hmac-sha256', 'reels', reels), symbols)).statistical_profile $$;
create function pg_temp.problems(signature jsonb, symbols jsonb) returns text language plpgsql as $$
declare
  _detail text;
begin
  perform slots.create_game('T', signature, symbols);
  return null;
exception
  when sqlstate 'KG001' then
    get stacked diagnostics _detail = pg_exception_detail;
    return (select string_agg(p ->> 'path' || ' ' || (p ->> 'problem'), '; ' order by o)
      from jsonb_array_elements(_detail::jsonb -> 'problems') with ordinality as x (p, o));
end
$$;
-- The same figures by walking every outcome, with the payout rule spelled out as the specification words it.
create function pg_temp.walked(reels jsonb, symbols jsonb) returns jsonb language plpgsql as $$
declare
  _outcomes text[][] := array[]::text[];
  _result jsonb;
begin
  create temp table if not exists outcomes (shown text[]) on commit drop;
  truncate outcomes;
  insert into outcomes values ('{}');
  for _reel in 0 .. jsonb_array_length(reels) - 1 loop
    create temp table longer as
      select o.shown || s.symbol as shown from outcomes as o, jsonb_array_elements_text(reels -> _reel) as s (symbol);
    truncate outcomes;
    insert into outcomes select * from longer;
    drop table longer;
  end loop;
  with paid as (
    select (
      select coalesce(max(p.payout::numeric), 0)
      from jsonb_each(symbols) as m (symbol, rule)
      cross join lateral (
        select coalesce(min(i) - 1, cardinality(o.shown)) as length
        from generate_subscripts(o.shown, 1) as i
        where o.shown[i] <> m.symbol and not coalesce((symbols -> o.shown[i] ->> 'wild')::boolean, false)
      ) as run
      cross join lateral jsonb_each_text(m.rule -> 'payouts') as p (length, payout)
      where p.length::integer <= run.length
    ) as pays
    from outcomes as o
  )
  select jsonb_build_object(
    'rtp', trim_scale(round(round(sum(pays), 40) / count(*), 20)),
    'volatility', trim_scale(round(sqrt(round(count(*) * sum(pays * pays) - sum(pays) ^ 2, 40)) / count(*), 20)),
    'hitFrequency', trim_scale(round(round(count(*) filter (where pays > 0), 40) / count(*), 20)),
    'maxMultiplier', trim_scale(max(pays))
  ) into _result from paid;
  return _result;
end
$$;

select is(
  pg_temp.profile('[["A", "B"]]', '{"A": {"payouts": {"1": 1.9}}, "B": {}}'),
  '{"rtp": 0.95, "hitFrequency": 0.5, "volatility": 0.95, "maxMultiplier": 1.9}',
  'one reel of A and B with A paying 1.9: rtp 0.95, hit frequency 0.5, volatility 0.95'
);
select is(
  pg_temp.profile('[["A"]]', '{"A": {"payouts": {"1": 0}}}'),
  '{"rtp": 0, "hitFrequency": 0, "volatility": 0, "maxMultiplier": 0}', 'a game that pays nothing has a profile of zeros'
);
select is(
  pg_temp.profile('[["A", "B"], ["A", "B"]]', '{"A": {"payouts": {"1": 3}}, "B": {"payouts": {}}}') ->> 'rtp', '1.5',
  'a run of length L pays what is listed for any shorter length'
);
select is(
  pg_temp.profile('[["A", "B", "C"]]', '{"A": {"payouts": {"1": 1}}, "B": {}, "C": {}}') ->> 'rtp', '0.33333333333333333333',
  'a return that is no decimal number is rounded at twenty decimals'
);

-- exact against a walk over all outcomes: plain, wilds, several wilds, wild paying less than what it stands for
select is(pg_temp.profile(r, s), pg_temp.walked(r, s), 'the counted profile equals a walk over all outcomes: ' || what)
from (values
  ('plain symbols', '[["A","B","C","A"],["A","B","B"],["C","A","B"],["A","C"]]'::jsonb,
   '{"A": {"payouts": {"2": 0.5, "4": 7}}, "B": {"payouts": {"3": 2}}, "C": {"payouts": {"1": 0.1, "2": 1.25}}}'::jsonb),
  ('one wild', '[["A","W","C","A"],["A","W","B"],["W","A","B"],["A","C","W"]]',
   '{"A": {"payouts": {"2": 0.5, "4": 7}}, "B": {"payouts": {"3": 2}}, "C": {"payouts": {"1": 0.1, "2": 1.25}}, "W": {"wild": true, "payouts": {"2": 3, "4": 100}}}'),
  ('a wild without payouts', '[["A","W"],["A","W","B"],["W","A","B"]]',
   '{"A": {"payouts": {"2": 0.5}}, "B": {"payouts": {"3": 2}}, "W": {"wild": true}}'),
  ('two wilds', '[["A","W","V"],["V","W","B"],["W","A","B","V"]]',
   '{"A": {"payouts": {"2": 0.5}}, "B": {"payouts": {"3": 2, "2": 0.7}}, "W": {"wild": true, "payouts": {"1": 0.2, "3": 9}}, "V": {"wild": true, "payouts": {"2": 4}}}'),
  ('a wild only', '[["W"],["W"]]', '{"W": {"wild": true, "payouts": {"2": 2}}, "B": {"payouts": {"1": 3}}}'),
  ('no wild behind the first reel', '[["W","A"],["A","B"],["B"]]', '{"W": {"wild": true}, "A": {"payouts": {"2": 1}}, "B": {"payouts": {"3": 5, "2": 2}}}')
) as g (what, r, s);

-- the payout rule, stop by stop
select set_config('test.reels', test.slots_game()::text, true);
create function pg_temp.program() returns slots.compiled_game language sql as
$$ select p.program from slots.game_programs as p where p.game_id = current_setting('test.reels')::uuid $$;
select is((slots.evaluate_stops(pg_temp.program(), stops)).multiplier, expected, what)
from (values
  (array[0, 0, 1], 1.0, 'two cherries from the left pay'),
  (array[1, 0, 0], 0.0, 'cherries that do not start on the leftmost reel pay nothing'),
  (array[2, 0, 0], 5.0, 'a wild stands for a cherry'),
  (array[2, 2, 0], 5.0, 'two wilds and a cherry read best as three cherries'),
  (array[2, 2, 2], 20.0, 'two wilds and a seven read best as three sevens'),
  (array[2, 2, 1], 4.0, 'two wilds and a bar read best as three bars'),
  (array[3, 0, 0], 0.5, 'one seven pays half of the stake')
) as c (stops, expected, what);
select is(
  (slots.evaluate_stops(pg_temp.program(), array[2, 1, 0])).multiplier, 0.5,
  'a wild before a bar run that pays nothing still stands alone for a seven'
);

select is(
  slots.theoretical_profile(g.game_id), g.statistical_profile, 'the profile recomputed is the one stored'
) from slots.games as g where g.game_id = current_setting('test.reels')::uuid;
select throws_ok($$ select slots.theoretical_profile(gen_random_uuid()) $$, 'KG004', null, 'an unknown game has no profile');

-- every problem named
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": []}', '{"A": {}}'), 'rng_signature.reels must hold 1 to 20 reels', 'a game without reels is refused'
);
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": [["A"], []]}', '{"A": {}}'), 'rng_signature.reels[1] is empty', 'a game with an empty reel is refused'
);
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": [["A", "Zed"]]}', '{"A": {}}'),
  'rng_signature.reels[0][1] symbol "Zed" is not in symbol_map', 'a game with an unknown symbol on a reel is refused'
);
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"2": 1}}}'),
  'symbol_map.A.payouts.2 pays for more symbols than the 1 reels', 'a game with a payout for more symbols than reels is refused'
);
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": -1}}}'),
  'symbol_map.A.payouts.1 the payout must not be negative', 'a game with a negative payout is refused'
);
select is(
  pg_temp.problems(
    '{"algorithm": "mersenne", "reels": [["A", 7, "Q"], "B", []], "seed": 1}',
    '{"A": {"payouts": {"0": 1, "x": 2, "1": "much", "2": -3, "9": 1, "3": 1000001, "1.5": 1}, "wild": "yes", "colour": "red"}, "B,": 5, "C": {"payouts": []}}'
  ),
  'rng_signature.seed is not known; rng_signature.algorithm must be "hmac-sha256"; '
  || 'rng_signature.reels[1] must be an array of symbol names; rng_signature.reels[2] is empty; '
  || 'rng_signature.reels[0][1] must be a symbol name; rng_signature.reels[0][2] symbol "Q" is not in symbol_map; '
  || 'symbol_map.B, the name must not hold a comma; symbol_map.B, must be an object; '
  || 'symbol_map.A.wild must be true or false; symbol_map.A.colour is not known; symbol_map.C.payouts must be an object; '
  || 'symbol_map.A.payouts.0 the number of symbols must be a whole number from 1; '
  || 'symbol_map.A.payouts.1 the payout must be a number; symbol_map.A.payouts.2 the payout must not be negative; '
  || 'symbol_map.A.payouts.3 the payout must not be above 1000000 stakes; '
  || 'symbol_map.A.payouts.9 pays for more symbols than the 3 reels; '
  || 'symbol_map.A.payouts.x the number of symbols must be a whole number from 1; '
  || 'symbol_map.A.payouts.1.5 the number of symbols must be a whole number from 1',
  'one refusal names every problem'
);
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {"payouts": {"1": 0.123456789}}}'),
  'symbol_map.A.payouts.1 the payout must not have more than eight decimals', 'a game with a payout of too many decimals is refused'
);
select is(pg_temp.problems('[]', 'null'), 'rng_signature must be an object; symbol_map must be an object', 'documents of another type are refused');
select is(pg_temp.problems(null, null), 'rng_signature must be an object; symbol_map must be an object', 'documents that are missing are refused');
select is(
  pg_temp.problems('{"algorithm": "hmac-sha256", "reels": {}}', '{}'),
  'rng_signature.reels must be an array of reels; symbol_map must hold 1 to 200 symbols', 'reels of another type and a map without symbols are refused'
);
select is(
  pg_temp.problems(jsonb_build_object('algorithm', 'hmac-sha256', 'reels', jsonb_build_array(
    (select jsonb_agg('A'::text) from generate_series(1, 1001))
  )), '{"A": {}, "": {}}'),
  'rng_signature.reels[0] has more than 1000 stops; symbol_map. the name must be 1 to 64 characters', 'a reel that is too long and a symbol without a name are refused'
);
select throws_ok(
  $$ select slots.create_game('', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, 'KG001', null, 'a game needs a name'
);
select throws_ok(
  format($$ select slots.create_game(%L, '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, repeat('x', 201)),
  'KG001', null, 'an overlong name is refused'
);
select throws_ok(
  $$ select slots.create_game(null, '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, 'KG001', null, 'a null name is refused'
);

-- who may
select test.as_user(test.user('ann'));
select throws_ok(
  $$ select slots.create_game('G', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, 'KG003', null, 'a player cannot define a game'
);
select test.as_operator(test.user('op'));
select lives_ok(
  $$ select slots.create_game('By op', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, 'an operator can define a game'
);
select test.as_service();
select lives_ok(
  $$ select slots.create_game('By service', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, 'the service can define a game'
);
select test.as_anon();
select throws_ok(
  $$ select slots.create_game('G', '{"algorithm": "hmac-sha256", "reels": [["A"]]}', '{"A": {}}') $$, '42501', null, 'a stranger has no right to define a game'
);
select isnt_empty($$ select * from slots.games where name = 'By op' $$, 'the definition of a game is public');
select throws_ok($$ select * from slots.game_programs $$, '42501', null, 'the compiled definition of a game is not public');

-- a definition that returns more than slots.max_rtp
create function pg_temp.generous(payout numeric) returns text language plpgsql as $$
declare
  _detail text;
begin
  perform slots.create_game(
    'Generous', '{"algorithm": "hmac-sha256", "reels": [["A", "B"]]}',
    jsonb_build_object('A', jsonb_build_object('payouts', jsonb_build_object('1', generous.payout)), 'B', '{}'::jsonb)
  );
  return 'made';
exception
  when sqlstate 'KG003' then
    get stacked diagnostics _detail = pg_exception_detail;
    return _detail;
end
$$;
grant execute on function pg_temp.generous(numeric) to public;
select test.as_operator(test.user('op'));
select is(pg_temp.generous(2), 'made', 'an operator defines a game that returns what is staked');
select is(pg_temp.generous(2.02), '{"rtp": 1.01, "maxRtp": 1.0}', 'an operator defines no game that returns more than slots.max_rtp');
select throws_ok($$ select core.set_setting('slots.max_rtp', '1.5') $$, 'KG003', null, 'an operator does not raise slots.max_rtp');
select test.as_service();
select is(pg_temp.generous(2.02), 'made', 'the service defines a game that returns more than slots.max_rtp');
select is((core.set_setting('slots.max_rtp', '0.9')).value, '0.9'::jsonb, 'the service lowers slots.max_rtp');
select test.as_operator(test.user('op'));
select is(pg_temp.generous(1.9), '{"rtp": 0.95, "maxRtp": 0.9}', 'a lower slots.max_rtp binds what is defined after it');

-- what stands
select test.as_owner();
select is(
  (select actor from core.audit_log where table_name = 'slots.games' and after ->> 'name' = 'By op'), test.user('op'),
  'who defined a game is on record'
);
select throws_ok($$ update slots.games set symbol_map = '{}' where name = 'By op' $$, 'KG008', null, 'a definition never changes');
select throws_ok($$ update slots.games set max_bet = 5 where name = 'By op' $$, 'KG008', null, 'the bounds of its bets never change');
select lives_ok($$ update slots.games set name = 'Renamed' where name = 'By op' $$, 'the name of a game may change');
select is(
  (select before ->> 'name' from core.audit_log where table_name = 'slots.games' and operation = 'UPDATE'), 'By op', 'a change of name is on record'
);

select * from finish();
rollback;
