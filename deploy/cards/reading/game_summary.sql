-- Deploy gamekeeper:cards/reading/game_summary to pg
-- requires: cards/reading/require_reader core/errors/raise cards/games/games cards/games/game_summaries cards/players/named_players
begin;
set local search_path = pg_temp;
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
comment on type cards.summary_record is
  'The result of a completed game: a row of cards.game_summaries with what cards.games says of the game.';
comment on column cards.summary_record.game_id is 'The game.';
comment on column cards.summary_record.session_seed is 'From which every deal followed.';
comment on column cards.summary_record.session_seed_hash is 'Its hex SHA-256, public since the game was made.';
comment on column cards.summary_record.players is 'Each player''s result, by seat (docs/cards.md, Summaries).';
comment on column cards.summary_record.rounds is 'Each round''s result (docs/cards.md, Summaries).';
comment on column cards.summary_record.final_scores is '{playerId: score}.';
comment on column cards.summary_record.highest_bid is 'Highest bid anybody made; null when nobody bid.';
comment on column cards.summary_record.highest_score is 'Highest final score.';
comment on column cards.summary_record.lowest_score is 'Lowest final score.';
comment on column cards.summary_record.most_consecutive_wins is
  'Longest run of rounds with a positive delta of any player.';
comment on column cards.summary_record.most_consecutive_losses is
  'Longest run of rounds with a negative delta of any player.';
comment on column cards.summary_record.highest_misplay is 'Most misplays of any player.';
comment on column cards.summary_record.started_at is 'Instant of the first round.';
comment on column cards.summary_record.completed_at is 'Instant of completion.';

create function cards.game_summary(game_id uuid)
returns cards.summary_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
declare
  _reader constant cards.reader := cards.require_reader(game_summary.game_id);
  _summary cards.summary_record;
begin
  if _reader.status <> 'completed' then
    perform core.raise('STATE_ERROR', jsonb_build_object('state', _reader.status, 'expected', jsonb_build_array('completed')));
  elsif not _reader.sees_all then
    perform core.raise('COMMIT_FIRST', jsonb_build_object('gameId', game_summary.game_id));
  end if;
  select
    g.id, g.session_seed, g.session_seed_hash, cards.named_players(s.players), s.rounds, s.final_scores, s.highest_bid, s.highest_score, s.lowest_score,
    s.most_consecutive_wins, s.most_consecutive_losses, s.highest_misplay, g.started_at, g.completed_at
  into _summary
  from cards.games as g
  join cards.game_summaries as s on s.game_id = g.id
  where g.id = game_summary.game_id;
  if not found then
    perform core.raise('STATE_ERROR', '{"state": "voided", "expected": ["completed"]}');
  end if;
  return _summary;
end
$$;
comment on function cards.game_summary(uuid) is
  'The result of a completed game, with the seed that it was dealt from. Raises: UNAUTHENTICATED, NOT_FOUND, '
  'STATE_ERROR, COMMIT_FIRST. [client]';
revoke all on function cards.game_summary(uuid) from public;
grant execute on function cards.game_summary(uuid) to authenticated, service_role;
commit;
