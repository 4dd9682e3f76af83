-- Deploy gamekeeper:cards/rules/card_rule to pg
-- requires: cards/schema
begin;
set local role gamekeeper;
-- Following suit and leading trump, written once: the reducer, play_card and legal_moves ask it. One
-- expression on numbers, so that Postgres puts it in line.
create function cards.card_rule(low bigint, high bigint, card integer, led integer, trump integer, is_broken boolean)
returns text
language sql
immutable
parallel safe
return case
  when (case when card_rule.card < 52 then card_rule.low else card_rule.high end) >> card_rule.card % 52 & 1 = 0 then 'CARD_NOT_IN_HAND'
  when card_rule.card % 52 / 13 <> card_rule.led and (card_rule.low | card_rule.high) >> 13 * card_rule.led & 8191 <> 0 then 'MUST_FOLLOW_SUIT'
  when card_rule.led is null and card_rule.card % 52 / 13 = card_rule.trump and not card_rule.is_broken and (card_rule.low | card_rule.high) & ~(8191::bigint << 13 * card_rule.trump) <> 0 then 'CANNOT_LEAD_TRUMP'
end;
comment on function cards.card_rule(bigint, bigint, integer, integer, integer, boolean) is
  'The rule that a card would break if it were played from a hand (its masks of deck 0 and 1) after that suit was led (null: it leads): CARD_NOT_IN_HAND, MUST_FOLLOW_SUIT, CANNOT_LEAD_TRUMP, or null for a legal card.';
revoke all on function cards.card_rule(bigint, bigint, integer, integer, integer, boolean) from public;
grant execute on function cards.card_rule(bigint, bigint, integer, integer, integer, boolean) to authenticated, service_role;
commit;
