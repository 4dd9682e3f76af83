-- Deploy gamekeeper:cards/games/game_feed to pg
-- requires: cards/games/games core/records/guard_history auth/uid
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- What is published of a game: that there is more to read, and whose turn it is. Written with every change of the live row, so
-- half of each page is free and no index but the key stands on it. A row is never deleted: deletes reach every subscriber of a
-- publication, since nobody can ask any more who might see the row.
create table cards.game_feed (
  game_id uuid primary key references cards.games (id),
  next_index integer not null,
  turn_player_id uuid,
  member_ids uuid[] not null
) with (fillfactor = 50);
comment on table cards.game_feed is
  'The feed of card games for realtime servers: a row for each game that somebody with an account plays in (docs/cards.md, '
  'The feed). Published, and clients are granted the columns one by one: member_ids is not among them.';
comment on column cards.game_feed.game_id is 'The game.';
comment on column cards.game_feed.next_index is 'Index of the next event: list_events has all before it.';
comment on column cards.game_feed.turn_player_id is 'Player whose turn it is; null where it is nobody''s.';
comment on column cards.game_feed.member_ids is 'Users who see the row, as in cards.games.';
alter table cards.game_feed enable row level security;
grant select (game_id, next_index, turn_player_id) on cards.game_feed to authenticated, service_role;
create policy visible_to_members on cards.game_feed for select to authenticated
  using ((select auth.uid()) = any (member_ids));
comment on policy visible_to_members on cards.game_feed is 'Who sits in the game.';
create policy service_sees_feed on cards.game_feed for select to service_role using (true);
comment on policy service_sees_feed on cards.game_feed is 'The service sees all games.';
create trigger guard_history_delete before delete on cards.game_feed for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on cards.game_feed for each statement execute function core.guard_history();
commit;
