-- Deploy gamekeeper:sparc/adventures/tallies to pg
-- requires: core/keys/uuid_v7 core/keys/wall_clock sparc/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- An ordered hand-over: who ends a session or rates must not wait for a row that somebody else holds open, such as a
-- player's own profile. A tally is counted at once where its row is free, else by upkeep, and deleted as it is counted.
create table sparc.tallies (
  id uuid primary key default core.uuid_v7(),
  user_id uuid,
  character_id uuid,
  adventure_id uuid,
  games_played integer not null default 0,
  games_run integer not null default 0,
  times_played integer not null default 0,
  is_rating boolean not null default false,
  played_at timestamptz,
  constraint one_target check (num_nonnulls(user_id, character_id, adventure_id) = 1)
);
comment on table sparc.tallies is
  'What is still to be counted on profiles, characters and adventures, exactly once; see sparc.apply_tallies. Empty most '
  'of the time.';
comment on column sparc.tallies.id is 'Time-ordered id.';
comment on column sparc.tallies.user_id is 'The profile that it counts on.';
comment on column sparc.tallies.character_id is 'The character that it counts on.';
comment on column sparc.tallies.adventure_id is 'The adventure that it counts on.';
comment on column sparc.tallies.games_played is 'What is added to the games played.';
comment on column sparc.tallies.games_run is 'What is added to the games run.';
comment on column sparc.tallies.times_played is 'What is added to the times played.';
comment on column sparc.tallies.is_rating is 'Whether the ratings of the adventure changed.';
comment on column sparc.tallies.played_at is 'When the character played.';
alter table sparc.tallies enable row level security;
commit;
