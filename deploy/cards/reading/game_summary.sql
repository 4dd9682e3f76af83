-- Deploy gamekeeper:cards/reading/game_summary to pg
-- requires: cards/reading/may_read core/errors/raise cards/games/games cards/games/game_summaries
begin;
set local role gamekeeper;
create type cards.summary_record as (
  game_id uuid,
  session_seed text,
  session_seed_hash text,
  players jsonb,
  rounds jsonb,
  final_scores jsonb,
  highest_bid integer,
  highest_score integer,
  lowest_score integer,
  most_consecutive_wins integer,
  most_consecutive_losses integer,
  highest_misplay integer,
  started_at timestamptz,
  completed_at timestamptz
);
comment on type cards.summary_record is 'A summary as clients read it.';

create function cards.game_summary(game_id uuid)
returns cards.summary_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _summary cards.summary_record;
begin
  if not (cards.may_read(game_summary.game_id)).is_open then
    perform core.raise('STATE_ERROR', '{"problem": "the game is not completed"}');
  end if;
  select
    g.id, g.session_seed, g.session_seed_hash, s.players, s.rounds, s.final_scores, s.highest_bid, s.highest_score, s.lowest_score,
    s.most_consecutive_wins, s.most_consecutive_losses, s.highest_misplay, g.started_at, g.completed_at
  into _summary
  from cards.games as g
  join cards.game_summaries as s on s.game_id = g.id
  where g.id = game_summary.game_id;
  if not found then
    perform core.raise('STATE_ERROR', '{"problem": "the game is not completed"}');
  end if;
  return _summary;
end
$$;
comment on function cards.game_summary(uuid) is
  'The result of a completed game, with the seed that it was dealt from. Raises: NOT_FOUND, UNAUTHENTICATED, STATE_ERROR.';
revoke all on function cards.game_summary(uuid) from public;
grant execute on function cards.game_summary(uuid) to authenticated, service_role;
commit;
