-- Deploy gamekeeper:slots/games/game_problems to pg
-- requires: slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Looks at everything, so that one refusal names every problem. Each level is opened only where the
-- one above it has the right type.
create function slots.game_problems(rng_signature jsonb, symbol_map jsonb)
returns table (path text, problem text)
language plpgsql
immutable
parallel safe
as $$
declare
  _reels jsonb := case when jsonb_typeof(game_problems.rng_signature) = 'object' then game_problems.rng_signature -> 'reels' end;
  _symbols jsonb := case when jsonb_typeof(game_problems.symbol_map) = 'object' then game_problems.symbol_map else '{}' end;
  _reel_count integer := case when jsonb_typeof(_reels) = 'array' then jsonb_array_length(_reels) else 0 end;
begin
  if jsonb_typeof(game_problems.rng_signature) is distinct from 'object' then
    return query select 'rng_signature', 'must be an object';
  else
    return query
      select 'rng_signature.' || k.key, 'is not known'
      from jsonb_object_keys(game_problems.rng_signature) as k (key)
      where k.key not in ('algorithm', 'reels');
    if game_problems.rng_signature -> 'algorithm' is distinct from '"hmac-sha256"' then
      return query select 'rng_signature.algorithm', 'must be "hmac-sha256"';
    end if;
    if jsonb_typeof(_reels) is distinct from 'array' then
      return query select 'rng_signature.reels', 'must be an array of reels';
    elsif _reel_count not between 1 and 20 then
      return query select 'rng_signature.reels', 'must hold 1 to 20 reels';
    else
      return query
        select format('rng_signature.reels[%s]', r.index - 1),
          case
            when jsonb_typeof(r.strip) <> 'array' then 'must be an array of symbol names'
            when jsonb_array_length(r.strip) = 0 then 'is empty'
            else 'has more than 1000 stops'
          end
        from jsonb_array_elements(_reels) with ordinality as r (strip, index)
        where case when jsonb_typeof(r.strip) = 'array' then jsonb_array_length(r.strip) not between 1 and 1000 else true end;
      return query
        select format('rng_signature.reels[%s][%s]', r.index - 1, s.index - 1),
          case
            when jsonb_typeof(s.symbol) <> 'string' then 'must be a symbol name'
            else format('symbol %s is not in symbol_map', s.symbol)
          end
        from jsonb_array_elements(_reels) with ordinality as r (strip, index)
        cross join lateral jsonb_array_elements(
          case when jsonb_typeof(r.strip) = 'array' then r.strip else '[]' end
        ) with ordinality as s (symbol, index)
        where jsonb_typeof(s.symbol) <> 'string' or not _symbols ? (s.symbol #>> '{}');
    end if;
  end if;

  if jsonb_typeof(game_problems.symbol_map) is distinct from 'object' then
    return query select 'symbol_map', 'must be an object';
    return;
  end if;
  if _symbols = '{}' or (select count(*) from jsonb_object_keys(_symbols)) > 200 then
    return query select 'symbol_map', 'must hold 1 to 200 symbols';
  end if;
  return query
    select 'symbol_map.' || m.symbol, p.problem
    from jsonb_each(_symbols) as m (symbol, rule)
    cross join lateral (values
      (length(m.symbol) not between 1 and 64, 'the name must be 1 to 64 characters'),
      (position(',' in m.symbol) > 0, 'the name must not hold a comma'),
      (jsonb_typeof(m.rule) <> 'object', 'must be an object')
    ) as p (broken, problem)
    where p.broken;
  return query
    select format('symbol_map.%s.%s', m.symbol, f.field),
      case f.field when 'wild' then 'must be true or false' when 'payouts' then 'must be an object' else 'is not known' end
    from jsonb_each(_symbols) as m (symbol, rule)
    cross join lateral jsonb_each(case when jsonb_typeof(m.rule) = 'object' then m.rule else '{}' end) as f (field, content)
    where case f.field
      when 'wild' then jsonb_typeof(f.content) <> 'boolean'
      when 'payouts' then jsonb_typeof(f.content) <> 'object'
      else true
    end;
  return query
    select format('symbol_map.%s.payouts.%s', m.symbol, p.run), q.problem
    from jsonb_each(_symbols) as m (symbol, rule)
    cross join lateral jsonb_each(case
      when jsonb_typeof(m.rule) = 'object' and jsonb_typeof(m.rule -> 'payouts') = 'object' then m.rule -> 'payouts'
      else '{}'
    end) as p (run, payout)
    cross join lateral (values
      (p.run !~ '^[1-9][0-9]{0,3}$', 'the number of symbols must be a whole number from 1'),
      (
        _reel_count > 0 and case when p.run ~ '^[1-9][0-9]{0,3}$' then p.run::integer > _reel_count else false end,
        format('pays for more symbols than the %s reels', _reel_count)
      ),
      (jsonb_typeof(p.payout) <> 'number', 'the payout must be a number'),
      (case when jsonb_typeof(p.payout) = 'number' then p.payout::numeric < 0 else false end, 'the payout must not be negative'),
      (case when jsonb_typeof(p.payout) = 'number' then p.payout::numeric > 1000000 else false end, 'the payout must not be above 1000000 stakes'),
      (
        case when jsonb_typeof(p.payout) = 'number' then p.payout::numeric <> round(p.payout::numeric, 8) else false end,
        'the payout must not have more than eight decimals'
      )
    ) as q (broken, problem)
    where q.broken;
end
$$;
comment on function slots.game_problems(jsonb, jsonb) is
  'Every problem of a game definition, one row each with its path; none for a sound one. Bounds: 20 reels, 1000 '
  'stops a reel, 200 symbols, names of 64 characters without comma, payouts up to 1000000 stakes with eight '
  'decimals. Pure. [helper]';
revoke all on function slots.game_problems(jsonb, jsonb) from public;
commit;
