-- Deploy gamekeeper:cards/players/leaderboard to pg
-- requires: core/shards/shard_map cards/players/leaders_part
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.leaderboard(page_size integer default 50)
returns setof cards.leader_record
language plpgsql
stable
security definer
set search_path = pg_temp
set client_min_messages = warning
as $$
begin
  return query
    select
      row_number() over (order by l.games_won desc, l.total_points desc, l.player_id),
      l.player_id, l.display_name, l.avatar_seed, l.color, l.games_played, l.games_won, l.total_points, l.highest_score
    from cards.leaders_part((select max(m.version) from core.shard_map as m), leaderboard.page_size) as l
    order by l.games_won desc, l.total_points desc, l.player_id
    limit greatest(leaderboard.page_size, 1);
end
$$;
comment on function cards.leaderboard(integer) is
  'The players with the most rated games won, then the most points in them (docs/cards.md, Lifetime statistics). Raises: UNAUTHENTICATED, INVALID_INPUT, RETRY_LATER. [client]';
revoke all on function cards.leaderboard(integer) from public;
grant execute on function cards.leaderboard(integer) to authenticated, service_role;
commit;
