-- Deploy gamekeeper:slots/games/game_programs to pg
-- requires: core/records/guard_history slots/games/compiled_game slots/games/games core/shards/guard_definitions core/shards/definitions
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Beside slots.games and not in it: clients have no use for it, and a spin should not parse a document.
create table slots.game_programs (
  game_id uuid primary key references slots.games,
  program slots.compiled_game not null
);
comment on table slots.game_programs is 'The definition of each game as slots.compile_game made it, read by every spin. Not granted to clients.';
comment on column slots.game_programs.game_id is 'The game.';
comment on column slots.game_programs.program is 'Its compiled definition.';
alter table slots.game_programs enable row level security;
create trigger guard_history_update before update on slots.game_programs for each row execute function core.guard_history();
create trigger guard_history_delete before delete on slots.game_programs for each row execute function core.guard_history();
create trigger guard_history_truncate before truncate on slots.game_programs for each statement execute function core.guard_history();
create trigger guard_definitions before insert or update or delete on slots.game_programs for each statement execute function core.guard_definitions();
insert into core.definitions (table_name) values ('slots.game_programs');
commit;
