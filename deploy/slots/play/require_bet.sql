-- Deploy gamekeeper:slots/play/require_bet to pg
-- requires: core/errors/raise slots/games/games slots/games/bet_refusal slots/wallets/wallets slots/sessions/sessions slots/play/reseeds
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.require_bet(
  session slots.sessions, wallet slots.wallets, stake numeric, is_observed boolean default false, part text default null
)
returns numeric
language plpgsql
volatile
as $$
declare
  _fee_name constant text := case when require_bet.is_observed then 'perQueryFee' else 'perSpinFee' end;
  _game record;
  _max_bet numeric;
  _refusal text;
begin
  select
    g.bet_step, g.min_bet, g.max_bet, (g.cost_rate -> _fee_name)::numeric as fee,
    case
      when require_bet.is_observed then null
      when exists (select from slots.reseeds as r where r.ended_at is null) then 'PLAY_SHUT'
      when g.deleted_at is not null then 'GAME_RETIRED'
    end as refusal
  into strict _game
  from slots.games as g
  where g.game_id = require_bet.session.game_id;
  if _game.refusal is not null then
    perform core.raise(_game.refusal, jsonb_strip_nulls(jsonb_build_object('part', require_bet.part)));
  end if;
  _max_bet := least(_game.max_bet, (require_bet.session.player_profile -> 'maxBet')::numeric);
  _refusal := slots.bet_refusal(require_bet.stake, _game.min_bet, _game.bet_step, _max_bet);
  if _refusal is not null then
    perform core.raise(_refusal, jsonb_strip_nulls(
      case _refusal
        when 'BET_LIMIT_EXCEEDED' then jsonb_build_object('maxBet', trim_scale(_max_bet))
        else jsonb_build_object('minBet', trim_scale(_game.min_bet), 'betStep', trim_scale(_game.bet_step))
      end || jsonb_build_object('asked', require_bet.stake, 'part', require_bet.part)
    ));
  end if;
  return coalesce(greatest(_game.fee, (require_bet.wallet.cost_rate -> _fee_name)::numeric), 0);
end
$$;
comment on function slots.require_bet(slots.sessions, slots.wallets, numeric, boolean, text) is
  'The fee of a bet that the session may place: the greater of the game''s and the wallet''s. The stake lies between the lowest and the highest bet of the game and '
  'the player profile''s maxBet, and its payouts are exact; unless the outcome was observed elsewhere, bets are taken on the game. Asked under the session''s lock, '
  'so that slots.reseed_all, which takes that lock after it shut play, sees every bet that passed. part: which part of the '
  'call asks, for DETAIL. Raises: PLAY_SHUT, GAME_RETIRED, BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED. [helper]';
revoke all on function slots.require_bet(slots.sessions, slots.wallets, numeric, boolean, text) from public;
commit;
