-- Deploy gamekeeper:cards/reading/cards_stats to pg
-- requires: cards/games/game_states core/keys/now_utc cards/games/room_directory cards/games/games cards/games/game_events
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create view cards.cards_stats as
select
  (select count(*) from cards.game_states as s where (s.state).phase = 'lobby') as games_in_lobby,
  (select count(*) from cards.game_states as s where (s.state).phase <> 'lobby') as games_in_progress,
  (select count(*) from cards.game_states as s where s.turn_deadline < core.now_utc()) as turns_overdue,
  (select min(s.turn_deadline) from cards.game_states as s where s.turn_deadline < core.now_utc()) as oldest_overdue_turn,
  (select count(*) from cards.room_directory as r where r.is_public and r.is_open) as open_rooms,
  (select greatest(c.reltuples, 0)::bigint from pg_catalog.pg_class as c where c.oid = 'cards.games'::regclass) as games_estimate,
  (select greatest(c.reltuples, 0)::bigint from pg_catalog.pg_class as c where c.oid = 'cards.game_events'::regclass) as events_estimate,
  pg_catalog.pg_total_relation_size('cards.game_events'::regclass) as events_bytes;
comment on view cards.cards_stats is
  'Counters of the card games, one row: live games exactly, the ever-growing tables as the planner estimates them. '
  'For the service and monitoring.';
comment on column cards.cards_stats.games_in_lobby is 'Games that have not begun.';
comment on column cards.cards_stats.games_in_progress is 'Games that run.';
comment on column cards.cards_stats.turns_overdue is 'Turns that have run out and wait for cards.expire_turns.';
comment on column cards.cards_stats.oldest_overdue_turn is
  'Deadline of the turn that waits longest; null where none does.';
comment on column cards.cards_stats.open_rooms is 'Public rooms that list_rooms shows.';
comment on column cards.cards_stats.games_estimate is 'Games ever made, by the planner''s estimate.';
comment on column cards.cards_stats.events_estimate is 'Events ever written, by the planner''s estimate.';
comment on column cards.cards_stats.events_bytes is 'Size of the log with its index.';
grant select on cards.cards_stats to service_role, gamekeeper_monitor;
commit;
