-- Deploy gamekeeper:cards/games/game_events to pg
-- requires: cards/games/games core/records/guard_history
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Granted to no user: it holds the seeds and the hands. cards.list_events redacts.
-- No surrogate id, one index, and that one full, because rows are only appended: see docs/deviations/cards.md.
create table cards.game_events (
  game_id uuid not null references cards.games (id),
  event_index integer not null,
  type text not null,
  payload jsonb not null,
  created_at timestamptz,
  primary key (game_id, event_index) with (fillfactor = 100)
);
comment on table cards.game_events is
  'The log of every game (docs/cards.md, The log): no index stands twice, by the key; none is missing, because the '
  'writers number on from next_index under the lock of the live row, and verify_game checks it. Never changed or '
  'removed.';
comment on column cards.game_events.game_id is 'The game.';
comment on column cards.game_events.event_index is 'Place in the game''s log, from 0.';
comment on column cards.game_events.type is 'Lower-case type, such as card_played; docs/cards.md lists all. [none]';
comment on column cards.game_events.payload is 'Data of the event, camelCase keys, _v is the version of the payload''s form. [secret]';
comment on column cards.game_events.created_at is
  'Instant of the command, on the first of its events; null on the events that the same command appended after it.';
alter table cards.game_events enable row level security;
grant select on cards.game_events to service_role;
create policy service_sees_events on cards.game_events for select to service_role using (true);
comment on policy service_sees_events on cards.game_events is 'The service sees all events, as by list_events.';
create trigger guard_history_update before update on cards.game_events for each row execute function core.guard_history();
create trigger guard_history_delete before delete on cards.game_events for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on cards.game_events for each statement execute function core.guard_history();
commit;
