-- Deploy gamekeeper:cards/games/named_results to pg
-- requires: cards/games/game_summaries
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What a page of the history shows, kept as it is shown: to join two hundred names into fifty documents takes longer than to
-- read them. Nothing that counts rests on it; whatever row is not here, a reader makes anew.
create table cards.named_results (
  game_id uuid primary key references cards.game_summaries (game_id),
  players jsonb not null
);
comment on table cards.named_results is
  'The players of the summaries of public games with the names that they have now. A row goes when a player in it gets '
  'another name, closes the account or is erased.';
comment on column cards.named_results.game_id is 'The completed public game.';
comment on column cards.named_results.players is
  'cards.named_players of cards.game_summaries.players. [personal]';
alter table cards.named_results enable row level security;
commit;
