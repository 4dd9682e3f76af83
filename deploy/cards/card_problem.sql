-- Deploy gamekeeper:cards/card_problem to pg
-- requires: cards/game_state
begin;
set local role gamekeeper;
-- The rule of following suit and of leading trump, written once: the reducer, play_card and legal_moves ask it.
create function cards.card_problem(state cards.game_state, seat integer, card integer)
returns text
language plpgsql
immutable
parallel safe
set search_path = ''
as $$
declare
  _holds bigint := state.hands[2 * seat + 1] | state.hands[2 * seat + 2];
  _suit integer := card % 52 / 13;
  _led integer := state.trick[1] % 52 / 13;
begin
  if state.hands[2 * seat + 1 + card / 52] >> card % 52 & 1 = 0 then
    return 'CARD_NOT_IN_HAND';
  elsif _led is not null then
    return case when _suit <> _led and _holds >> 13 * _led & 8191 <> 0 then 'MUST_FOLLOW_SUIT' end;
  end if;
  return case
    when _suit = state.trump and not state.trump_broken and _holds & ~(8191::bigint << 13 * _suit) <> 0 then 'CANNOT_LEAD_TRUMP'
  end;
end
$$;
comment on function cards.card_problem(cards.game_state, integer, integer) is
  'The rule that a card of a seat would break if it were played now: CARD_NOT_IN_HAND, MUST_FOLLOW_SUIT, CANNOT_LEAD_TRUMP, or null for a legal one. Whose turn it is, is not asked.';
revoke all on function cards.card_problem(cards.game_state, integer, integer) from public;
commit;
