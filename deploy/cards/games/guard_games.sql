-- Deploy gamekeeper:cards/games/guard_games to pg
-- requires: core/errors/raise cards/games/games
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A trigger and not a constraint, because it compares the old row with the new one.
create function cards.guard_games()
returns trigger
language plpgsql
volatile
set search_path = pg_temp
as $$
begin
  if old.status = 'completed' or old.closed_at is not null
    or (new.id, new.session_seed, new.session_seed_hash, new.config, new.is_public, new.created_at)
      is distinct from (old.id, old.session_seed, old.session_seed_hash, old.config, old.is_public, old.created_at)
    or (old.started_at is not null and new.started_at is distinct from old.started_at)
  then
    perform core.raise('APPEND_ONLY', jsonb_build_object('table', 'cards.games', 'operation', 'UPDATE'));
  end if;
  return new;
end
$$;
comment on function cards.guard_games() is
  'BEFORE UPDATE trigger of cards.games: a game starts once, completes or closes once and changes no more; its seed and its '
  'rules never change. Raises: APPEND_ONLY. [helper]';
revoke all on function cards.guard_games() from public;
create trigger guard_games before update on cards.games for each row execute function cards.guard_games();
commit;
