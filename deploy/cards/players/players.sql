-- Deploy gamekeeper:cards/players/players to pg
-- requires: cards/players/is_name cards/players/is_color core/keys/now_utc core/records/touch
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create table cards.players (
  id uuid primary key,
  user_id text unique,
  display_name text not null constraint players_display_name_form check (cards.is_name(display_name)),
  avatar_seed text not null constraint players_avatar_seed_form check (length(avatar_seed) between 1 and 64),
  color text not null constraint players_color_form check (cards.is_color(color)),
  is_bot boolean not null default false,
  bot_strategy jsonb,
  merged_into uuid constraint players_merged_into_fkey references cards.players (id),
  deleted_at timestamptz,
  created_at timestamptz not null default core.now_utc(),
  updated_at timestamptz not null default core.now_utc(),
  constraint players_bots_have_a_strategy check (is_bot = (bot_strategy is not null)),
  constraint players_bots_have_no_user check (not (is_bot and user_id is not null)),
  constraint players_merged_into_another check (merged_into <> id)
);
create index players_merged_into_idx on cards.players (merged_into);
comment on table cards.players is 'A person or a bot across games (docs/cards.md, Players).';
comment on column cards.players.id is
  'The player; what logs and other tables hold. Of a person cards.player_id_of the account, of a bot a fixed id, of '
  'whom an imported log brought the id in that log.';
comment on column cards.players.user_id is
  'auth.uid() of the person as text, shown to nobody; null for bots and for players that an imported log brought. [none]';
comment on column cards.players.display_name is '1 to 24 characters that core.is_display_name allows. [personal]';
comment on column cards.players.avatar_seed is '1 to 64 characters from which a client draws the avatar. [personal]';
comment on column cards.players.color is '#rrggbb or a CSS color name, in lower case. [personal]';
comment on column cards.players.is_bot is 'Whether a strategy plays for it.';
comment on column cards.players.bot_strategy is
  'Name, version and parameters of the strategy, so that a replay says what played (docs/cards.md, Bots); null for '
  'people. [none]';
comment on column cards.players.merged_into is
  'The player of the account that this one''s was merged into: its results count in that one''s statistics. Null for all others.';
comment on column cards.players.deleted_at is
  'Since when the account is closed, or the person erased: then the profile is that of everybody who has gone. Null for all others.';
comment on column cards.players.created_at is 'When the player was made.';
comment on column cards.players.updated_at is 'When the profile last changed.';
alter table cards.players enable row level security;
-- user_id is not granted: a profile is public, the account behind it is not.
grant select (id, display_name, avatar_seed, color, is_bot, bot_strategy, created_at) on cards.players to authenticated, service_role;
create policy profiles_are_public on cards.players for select to authenticated, service_role using (true);
comment on policy profiles_are_public on cards.players is 'Every signed-in user sees the profiles.';
create trigger touch before update on cards.players for each row execute function core.touch();
commit;
