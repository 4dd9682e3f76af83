-- Deploy gamekeeper:cards/rules/legal_moves to pg
-- requires: cards/rules/table_state cards/rules/check_state cards/numbers/card_id cards/rules/legal_cards
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.legal_moves(state cards.table_state, player_id uuid)
returns setof text
language plpgsql
stable
parallel safe
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
begin
  perform cards.check_state(legal_moves.state);
  return query
  select cards.card_id(m.card)
  from unnest(cards.legal_cards(legal_moves.state, array_position(legal_moves.state.player_ids, legal_moves.player_id::text) - 1)) with ordinality as m (card, at)
  order by m.at;
end
$$;
comment on function cards.legal_moves(cards.table_state, uuid) is
  'The card ids that a player may play in that state; none when it is not the player''s turn to play a card. The '
  'rule behind legal_moves(game_id). Raises: INVALID_INPUT. [client]';
revoke all on function cards.legal_moves(cards.table_state, uuid) from public;
grant execute on function cards.legal_moves(cards.table_state, uuid) to authenticated, service_role;
commit;
