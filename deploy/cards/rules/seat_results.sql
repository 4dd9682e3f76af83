-- Deploy gamekeeper:cards/rules/seat_results to pg
-- requires: cards/rules/table_state cards/rules/longest_run
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.seat_results(state cards.table_state)
returns table (
  player_id uuid, seat_index integer, score integer, tricks_won integer, highest_bid integer,
  misplays integer, longest_win_streak integer, longest_loss_streak integer, is_winner boolean
)
language sql
immutable
parallel safe
begin atomic
  select
    s.player_id::uuid,
    s.seat::integer - 1,
    (seat_results.state).scores[s.seat],
    coalesce(sum(r.tricks), 0)::integer,
    max(r.bid)::integer,
    (seat_results.state).misplays[s.seat],
    cards.longest_run(coalesce(array_agg(r.delta order by r.at) filter (where r.at is not null), '{}'), 1),
    cards.longest_run(coalesce(array_agg(r.delta order by r.at) filter (where r.at is not null), '{}'), -1),
    (seat_results.state).scores[s.seat] = (select max(m) from unnest((seat_results.state).scores) as m)
  from unnest((seat_results.state).player_ids) with ordinality as s (player_id, seat)
  left join lateral (
    select
      n as at,
      (seat_results.state).past_bids[n * cardinality((seat_results.state).player_ids) + s.seat] as bid,
      (seat_results.state).past_tricks[n * cardinality((seat_results.state).player_ids) + s.seat] as tricks,
      (seat_results.state).past_deltas[n * cardinality((seat_results.state).player_ids) + s.seat]::integer as delta
    from generate_series(0, cardinality((seat_results.state).past_trumps) - 1) as n
  ) as r on true
  group by s.player_id, s.seat
  order by s.seat;
end;
comment on function cards.seat_results(cards.table_state) is
  'The result of each seat by the rounds scored so far: what the summary and the statistics are made of. [helper]';
revoke all on function cards.seat_results(cards.table_state) from public;
commit;
