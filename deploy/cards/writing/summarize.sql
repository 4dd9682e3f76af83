-- Deploy gamekeeper:cards/writing/summarize to pg
-- requires: cards/rules/table_state cards/games/game_summaries cards/documents/rounds_document cards/documents/seat_document cards/rules/seat_results
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.summarize(game_id uuid, state cards.table_state, is_public boolean, member_ids uuid[], at timestamptz)
returns cards.game_summaries
language sql
immutable
parallel safe
return (
  select row(
    summarize.game_id,
    jsonb_agg(jsonb_build_object(
      'playerId', r.player_id,
      'isBot', (summarize.state).bots >> r.seat_index & 1 = 1,
      'seatIndex', r.seat_index,
      'score', r.score,
      'totalTricksWon', r.tricks_won,
      'highestBid', r.highest_bid,
      'misplays', r.misplays,
      'longestWinStreak', r.longest_win_streak,
      'longestLossStreak', r.longest_loss_streak,
      'isWinner', r.is_winner
    ) order by r.seat_index),
    cards.rounds_document(summarize.state),
    cards.seat_document((summarize.state).player_ids, (summarize.state).scores),
    max(r.highest_bid),
    max(r.score),
    min(r.score),
    max(r.longest_win_streak),
    max(r.longest_loss_streak),
    max(r.misplays),
    summarize.is_public,
    summarize.member_ids,
    summarize.at
  )::cards.game_summaries
  from cards.seat_results(summarize.state) as r
);
comment on function cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz) is
  'The summary of a game from its last state: completion writes it and verify_game compares it. [helper]';
revoke all on function cards.summarize(uuid, cards.table_state, boolean, uuid[], timestamptz) from public;
commit;
