-- Deploy gamekeeper:cards/play/run_turns to pg
-- requires: cards/play/due_games cards/play/run_game
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Commits after each game, so that play waits for none of it and a crash loses one game's step. So it is the caller's own and
-- has no setting; every name is qualified, and what it calls checks the caller. Two of them at once share the work.
create procedure cards.run_turns(seconds integer default 55)
language plpgsql
as $$
declare
  _until pg_catalog.timestamptz := pg_catalog.clock_timestamp()
    operator(pg_catalog.+) pg_catalog.make_interval(secs => run_turns.seconds);
  _game record;
begin
  loop
    for _game in select d.game_id from cards.due_games() as d (game_id) loop
      perform cards.run_game(_game.game_id);
      commit;
    end loop;
    exit when (pg_catalog.clock_timestamp() operator(pg_catalog.+) pg_catalog.make_interval(secs => 5) operator(pg_catalog.<) _until) is not true;
    perform pg_catalog.pg_sleep(5);
  end loop;
end
$$;
comment on procedure cards.run_turns(integer) is
  'Moves games on that wait for nobody (cards.run_game), every five seconds until the time is over, one transaction a game. Let a '
  'scheduler call it every minute: call cards.run_turns(). Raises: FORBIDDEN. [service] [repeat: natural]';
revoke all on procedure cards.run_turns(integer) from public;
grant execute on procedure cards.run_turns(integer) to service_role;
commit;
