-- Deploy gamekeeper:cards/game_snapshots to pg
-- requires: cards/games cards/game_state core/append_only
begin;
set local role gamekeeper;
create table cards.game_snapshots (
  game_id uuid not null references cards.games (id),
  event_index integer not null,
  state cards.game_state not null,
  primary key (game_id, event_index)
);
comment on table cards.game_snapshots is
  'State after each round_started, so that the state at any index folds at most one round. Derived from the log and checked by verify_game. Granted to no client: it holds the seed.';
comment on column cards.game_snapshots.event_index is 'Index of the round_started.';
comment on column cards.game_snapshots.state is 'State after it.';
alter table cards.game_snapshots enable row level security;
create trigger append_only_update before update on cards.game_snapshots for each row execute function core.append_only();
create trigger append_only_delete before delete on cards.game_snapshots for each row execute function core.append_only();
create trigger append_only_truncate before truncate on cards.game_snapshots for each statement execute function core.append_only();
commit;
