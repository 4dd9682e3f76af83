-- Deploy gamekeeper:cards/people/closed_profiles to pg
-- requires: cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.closed_profiles (
  player_id uuid primary key references cards.players (id),
  display_name text not null,
  avatar_seed text not null,
  color text not null
);
comment on table cards.closed_profiles is
  'The profiles of closed accounts, kept from all readers until their people come back or are erased: meanwhile '
  'cards.players shows the profile of everybody who has gone.';
comment on column cards.closed_profiles.player_id is 'The player.';
comment on column cards.closed_profiles.display_name is 'The name before the account was closed. [personal]';
comment on column cards.closed_profiles.avatar_seed is 'The avatar seed before the account was closed. [personal]';
comment on column cards.closed_profiles.color is 'The color before the account was closed. [personal]';
alter table cards.closed_profiles enable row level security;
commit;
