-- Deploy gamekeeper:cards/games/game_states to pg
-- requires: cards/games/games cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- One row per game that is not completed; every command locks it first. No index but the key and half
-- of each page free, so that each update stays HOT.
-- Functions that clients call read it into variables, and Postgres prints a variable's value in the plan of a
-- statement when the caller has plans printed (debug_print_plan). So each of them sets client_min_messages: nothing
-- below a warning reaches the caller while it runs.
create table cards.game_states (
  game_id uuid primary key references cards.games (id),
  turn_deadline timestamptz,
  warned_at timestamptz,
  is_forfeit boolean not null default false,
  is_due boolean not null default false,
  host_id uuid,
  host_since timestamptz,
  acted_at timestamptz,
  enough_since timestamptz,
  room_deadline timestamptz,
  coming_back integer not null default 0,
  silences integer[],
  problem text,
  is_told boolean not null default false,
  decided_in xid8,
  last_event_at timestamptz,
  state cards.table_state not null
) with (fillfactor = 50);
comment on table cards.game_states is
  'Live state of each game that is not completed: what a fold of its log gives, kept so that no command has to. '
  'Granted to no client: it holds the seed and the hands.';
comment on column cards.game_states.game_id is 'The game, which is not completed.';
comment on column cards.game_states.turn_deadline is
  'When the turn of the seat in turn runs out; null where no person has to act. What an outside engine appends is not asked.';
comment on column cards.game_states.warned_at is
  'When upkeep first found that the turn had run out; null before. The turn can be forfeited some time after this, not after '
  'turn_deadline: a client could have held a transaction open for the whole turn.';
comment on column cards.game_states.is_forfeit is 'The turn of the seat in turn is forfeit: its fallback move is due.';
comment on column cards.game_states.is_due is
  'Something happens by itself next, and upkeep looks after it. False in a game whose last events an outside engine wrote.';
comment on column cards.game_states.host_id is 'Player to whom the room has passed; null while the host is the first person.';
comment on column cards.game_states.host_since is
  'Since when the others in a room that has not begun wait for the host: the host''s latest act, or when there first were others. Null '
  'in a room that another engine fills, which upkeep leaves alone.';
comment on column cards.game_states.acted_at is 'When anybody last did anything in a room that has not begun.';
comment on column cards.game_states.enough_since is 'Since when minPlayers seats of a room are taken; null while fewer are.';
comment on column cards.game_states.room_deadline is
  'When upkeep looks after a room that has not begun (cards.plan_room); null in a game that runs.';
comment on column cards.game_states.coming_back is
  'Seats, as a set, whose player left and has come back: they take part from the next round on.';
comment on column cards.game_states.silences is 'How many fallback moves in a row were made for each seat; null before the first.';
comment on column cards.game_states.problem is 'Why upkeep could not move the game on; it leaves the game alone until the next event. [none]';
comment on column cards.game_states.is_told is
  'The game has a row in cards.game_feed, so that every change of its state is told there (docs/cards.md, The feed).';
comment on column cards.game_states.decided_in is
  'Transaction of the latest command that decided what a draw depends on (docs/cards.md, "Decisions and draws").';
comment on column cards.game_states.last_event_at is 'Instant of the latest command; no later command has an earlier one.';
comment on column cards.game_states.state is 'State after the latest event.';
alter table cards.game_states enable row level security;
commit;
