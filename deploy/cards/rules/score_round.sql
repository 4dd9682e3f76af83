-- Deploy gamekeeper:cards/rules/score_round to pg
-- requires: cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.score_round(state cards.table_state)
returns integer[]
language plpgsql
immutable
parallel safe
as $$
declare
  _points integer[];
begin
  for _at in 1..cardinality(score_round.state.player_ids) loop
    _points[_at] := case
      when score_round.state.bids[_at] is null then 0
      when score_round.state.bids[_at] = score_round.state.tricks[_at] then 5 + score_round.state.bids[_at]
      else -5 - score_round.state.bids[_at]
    end;
  end loop;
  return _points;
end
$$;
comment on function cards.score_round(cards.table_state) is
  'Points of each seat for the round that has been played: 5 + bid for an exact bid, the same below zero for a miss, 0 for the absent. [helper]';
revoke all on function cards.score_round(cards.table_state) from public;
commit;
