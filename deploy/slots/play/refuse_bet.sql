-- Deploy gamekeeper:slots/play/refuse_bet to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.refuse_bet(problem text, stake numeric, min_bet numeric, bet_step numeric, max_bet numeric, part text)
returns void
language plpgsql
stable
as $$
begin
  perform core.raise(refuse_bet.problem, jsonb_strip_nulls(
    case refuse_bet.problem
      when 'BET_LIMIT_EXCEEDED' then jsonb_build_object('maxBet', trim_scale(refuse_bet.max_bet), 'asked', refuse_bet.stake)
      when 'BET_UNDER_MINIMUM' then jsonb_build_object(
        'minBet', trim_scale(refuse_bet.min_bet), 'betStep', trim_scale(refuse_bet.bet_step), 'asked', refuse_bet.stake
      )
      else '{}'
    end || jsonb_build_object('part', refuse_bet.part)
  ));
end
$$;
comment on function slots.refuse_bet(text, numeric, numeric, numeric, numeric, text) is
  'Refuses a bet for this problem: that of slots.bet_refusal, or that no bets are taken on the game. part: which part of the call asks. '
  'Raises: PLAY_SHUT, GAME_RETIRED, BET_UNDER_MINIMUM, BET_LIMIT_EXCEEDED. [helper]';
revoke all on function slots.refuse_bet(text, numeric, numeric, numeric, numeric, text) from public;
commit;
