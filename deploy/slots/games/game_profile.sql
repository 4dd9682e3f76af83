-- Deploy gamekeeper:slots/games/game_profile to pg
-- requires: slots/games/compiled_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Counts outcomes instead of walking them. An outcome is: w leading wilds, then the first symbol that is
-- not wild, a run of it and wilds up to reel L, then a reel that breaks the run, then anything. Each such
-- class pays one multiplier, and its size is a product of counts on the strips, so that even 20 reels
-- of 1000 stops take reels x reels x symbols products. Whole numbers throughout; one division at the end.
create function slots.game_profile(program slots.compiled_game)
returns jsonb
language plpgsql
immutable
strict
parallel safe
as $$
declare
  _reels integer := cardinality(game_profile.program.reel_lengths);
  _symbols integer := cardinality(game_profile.program.symbols);
  _counts integer[] := array_fill(0, array[_reels * _symbols]);
  _wild_counts integer[] := array_fill(0, array[_reels]);
  _tails numeric[] := array_fill(1::numeric, array[_reels + 1]);
  _offset integer := 0;
  _position integer;
  _leading numeric := 1::numeric;
  _run numeric;
  _class numeric;
  _pays numeric;
  _sum numeric := 0::numeric;
  _squares numeric := 0::numeric;
  _hits numeric := 0::numeric;
  _largest numeric := 0::numeric;
  _total numeric;
begin
  for _reel in 1 .. _reels loop
    for _stop in 1 .. game_profile.program.reel_lengths[_reel] loop
      _position := game_profile.program.strips[_offset + _stop];
      if game_profile.program.wilds[_position] then
        _wild_counts[_reel] := _wild_counts[_reel] + 1;
      else
        _position := (_reel - 1) * _symbols + _position;
        _counts[_position] := _counts[_position] + 1;
      end if;
    end loop;
    _offset := _offset + game_profile.program.reel_lengths[_reel];
  end loop;
  for _reel in reverse _reels .. 1 loop
    _tails[_reel] := _tails[_reel + 1] * game_profile.program.reel_lengths[_reel];
  end loop;
  _total := _tails[1];

  for _first in 1 .. _reels + 1 loop
    -- _leading: ways for reels before _first to be all wild; _first = _reels + 1 is the outcome of wilds only
    for _symbol in 1 .. case when _first > _reels then 1 else _symbols end loop
      _run := _leading;
      for _last in _first .. greatest(_first, _reels) loop
        if _first > _reels then
          _class := _leading;
          _pays := game_profile.program.any_payouts[_reels];
        else
          _position := (_last - 1) * _symbols + _symbol;
          _run := _run * (_counts[_position] + case when _last > _first then _wild_counts[_last] else 0 end);
          exit when _run = 0;
          _class := _run;
          if _last < _reels then
            _class := _run
              * (game_profile.program.reel_lengths[_last + 1] - _counts[_position + _symbols] - _wild_counts[_last + 1])
              * _tails[_last + 2];
          end if;
          _pays := greatest(game_profile.program.any_payouts[_first - 1], game_profile.program.payouts[(_symbol - 1) * _reels + _last]);
        end if;
        if _pays > 0 and _class > 0 then
          _sum := _sum + _class * _pays;
          _squares := _squares + _class * _pays * _pays;
          _hits := _hits + _class;
          _largest := greatest(_largest, _pays);
        end if;
      end loop;
    end loop;
    exit when _first > _reels;
    _leading := _leading * _wild_counts[_first];
    exit when _leading = 0;
  end loop;

  return jsonb_build_object(
    'rtp', trim_scale(round(round(_sum, 40) / _total, 20)),
    'volatility', trim_scale(round(sqrt(round(_total * _squares - _sum * _sum, 40)) / _total, 20)),
    'hitFrequency', trim_scale(round(round(_hits, 40) / _total, 20)),
    'maxMultiplier', trim_scale(_largest)
  );
end
$$;
comment on function slots.game_profile(slots.compiled_game) is
  'What the definition implies per unit staked, counted exactly and rounded once to 20 decimals: {"rtp": mean '
  'payout, "volatility": its standard deviation, "hitFrequency": share of outcomes that pay, "maxMultiplier": the '
  'largest payout that can happen}. Pure. [helper]';
revoke all on function slots.game_profile(slots.compiled_game) from public;
commit;
