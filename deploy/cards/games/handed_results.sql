-- Deploy gamekeeper:cards/games/handed_results to pg
-- requires: core/keys/now_utc core/keys/uuid_v7 cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Outbox and inbox in one. Each shard publishes the rows that it wrote itself, logical replication brings them to all others in
-- the order of their commits, and whoever has the slot takes the row. The rest is kept for a while, for whom a slot is moved to.
create table cards.handed_results (
  handed_id uuid primary key default core.uuid_v7(),
  source text not null,
  slot integer not null,
  user_id text not null,
  player_id uuid not null,
  game_id uuid not null,
  score integer not null,
  tricks_won integer not null,
  is_winner boolean not null,
  is_rated boolean not null,
  is_public boolean not null,
  member_ids uuid[] not null,
  created_at timestamptz not null,
  completed_at timestamptz not null,
  handed_at timestamptz not null default core.now_utc()
);
create index handed_results_slot_idx on cards.handed_results (slot);
create index handed_results_handed_at_idx on cards.handed_results (handed_at);
comment on table cards.handed_results is
  'Results of people who do not live where they played, on their way home (docs/scale.md, "Results"). Empty on one machine.';
comment on column cards.handed_results.handed_id is 'Time-ordered id.';
comment on column cards.handed_results.source is 'The shard that hands it over. [none]';
comment on column cards.handed_results.slot is 'The slot of whom it counts for.';
comment on column cards.handed_results.user_id is 'The account of the player, so that home can make a profile where it has none yet. [none]';
comment on column cards.handed_results.player_id is 'The player.';
comment on column cards.handed_results.game_id is 'The completed game.';
comment on column cards.handed_results.score is 'Final score.';
comment on column cards.handed_results.tricks_won is 'Tricks won in the whole game.';
comment on column cards.handed_results.is_winner is 'Has the highest final score, ties included.';
comment on column cards.handed_results.is_rated is 'The game counts on the leaderboard.';
comment on column cards.handed_results.is_public is 'As in cards.games.';
comment on column cards.handed_results.member_ids is 'As in cards.games at completion.';
comment on column cards.handed_results.created_at is 'When the game was made.';
comment on column cards.handed_results.completed_at is 'Instant of completion.';
comment on column cards.handed_results.handed_at is 'When it was handed over, by the clock of the source.';
alter table cards.handed_results enable row level security;
commit;
