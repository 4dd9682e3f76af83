-- Deploy gamekeeper:cards/games/game_summaries to pg
-- requires: cards/games/games core/keys/now_utc core/records/guard_history auth/uid
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.game_summaries (
  game_id uuid primary key references cards.games (id),
  players jsonb not null,
  rounds jsonb not null,
  final_scores jsonb not null,
  highest_bid integer,
  highest_score integer,
  lowest_score integer,
  most_consecutive_wins integer,
  most_consecutive_losses integer,
  highest_misplay integer,
  is_public boolean not null,
  member_ids uuid[] not null,
  created_at timestamptz not null default core.now_utc()
);
comment on table cards.game_summaries is
  'Compact result of a completed game (docs/cards.md, Summaries), written once, in the transaction of its last card.';
comment on column cards.game_summaries.game_id is 'The completed game.';
comment on column cards.game_summaries.created_at is 'Instant of completion.';
comment on column cards.game_summaries.players is
  '[{playerId, isBot, seatIndex, score, totalTricksWon, highestBid, misplays, longestWinStreak, '
  'longestLossStreak, isWinner}] by seat. [none]';
comment on column cards.game_summaries.rounds is '[{roundIndex, cardsPerPlayer, trumpSuit, bids, tricksWon, scoreDelta}]. [none]';
comment on column cards.game_summaries.final_scores is '{playerId: score}. [none]';
comment on column cards.game_summaries.highest_bid is 'Highest bid anybody made; null when nobody bid.';
comment on column cards.game_summaries.highest_score is 'Highest final score.';
comment on column cards.game_summaries.lowest_score is 'Lowest final score.';
comment on column cards.game_summaries.most_consecutive_wins is 'Longest run of rounds with a positive delta of any player.';
comment on column cards.game_summaries.most_consecutive_losses is 'Longest run of rounds with a negative delta of any player.';
comment on column cards.game_summaries.highest_misplay is 'Most misplays of any player.';
comment on column cards.game_summaries.is_public is 'As in cards.games, so that the policy needs no other table.';
comment on column cards.game_summaries.member_ids is 'As in cards.games at completion, so that the policy needs no other table.';
alter table cards.game_summaries enable row level security;
grant select (
  game_id, players, rounds, final_scores, highest_bid, highest_score, lowest_score, most_consecutive_wins,
  most_consecutive_losses, highest_misplay, is_public, created_at
) on cards.game_summaries to authenticated, service_role;
create policy visible_summaries on cards.game_summaries for select to authenticated
  using (is_public or (select auth.uid()) = any (member_ids));
comment on policy visible_summaries on cards.game_summaries is 'Summaries of the games one could see.';
create policy service_sees_summaries on cards.game_summaries for select to service_role using (true);
comment on policy service_sees_summaries on cards.game_summaries is 'The service sees all summaries.';
create trigger guard_history_update before update on cards.game_summaries for each row execute function core.guard_history();
create trigger guard_history_delete before delete on cards.game_summaries for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on cards.game_summaries for each statement execute function core.guard_history();
-- Both tables are empty here, so the check locks nobody out.
-- squawk-ignore constraint-missing-not-valid, adding-foreign-key-constraint
alter table cards.games add constraint games_completed_has_summary foreign key (summary_id) references cards.game_summaries (game_id);
commit;
