-- Deploy gamekeeper:cards/bots/bot_strategies to pg
-- requires: cards/rules/table_state cards/numbers/has_seat cards/bots/careful_bot cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.bot_strategies(state cards.table_state)
returns jsonb
language plpgsql
stable
parallel safe
as $$
begin
  if bot_strategies.state.bots = 0 or not bot_strategies.state.autoplay_bots then
    return null;
  end if;
  return (
    select jsonb_agg(case when cards.has_seat(bot_strategies.state.bots, s.seat::integer - 1) then coalesce(p.bot_strategy, cards.careful_bot()) end order by s.seat)
    from unnest(bot_strategies.state.player_ids) with ordinality as s (player_id, seat)
    left join cards.players as p on p.id = s.player_id::uuid
  );
end
$$;
comment on function cards.bot_strategies(cards.table_state) is
  'Strategies by seat, null for people; null when no bot plays by itself in this game. [helper]';
revoke all on function cards.bot_strategies(cards.table_state) from public;
commit;
