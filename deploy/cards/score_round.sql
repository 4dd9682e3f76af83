-- Deploy gamekeeper:cards/score_round to pg
-- requires: cards/game_state
begin;
set local role gamekeeper;
create function cards.score_round(state cards.game_state)
returns integer[]
language sql
immutable
parallel safe
return array(
  select case
    when (state).bids[s] is null then 0
    when (state).bids[s] = (state).tricks[s] then 5 + (state).bids[s]
    else -5 - (state).bids[s]
  end
  from generate_series(1, cardinality((state).player_ids)) as s
  order by s
);
comment on function cards.score_round(cards.game_state) is
  'Points of each seat for the round that has been played: 5 + bid for an exact bid, the same below zero for a miss, 0 for the absent.';
revoke all on function cards.score_round(cards.game_state) from public;
commit;
