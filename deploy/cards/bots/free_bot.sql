-- Deploy gamekeeper:cards/bots/free_bot to pg
-- requires: cards/rules/table_state cards/players/players cards/bots/bot_id
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.free_bot(state cards.table_state)
returns cards.players
language plpgsql
stable
parallel safe
as $$
declare
  _bot cards.players;
begin
  select p.* into strict _bot
  from generate_series(0, 9) as n
  join cards.players as p on p.id = cards.bot_id(n)
  where p.id::text <> all (free_bot.state.player_ids)
  order by n
  limit 1;
  return _bot;
end
$$;
comment on function cards.free_bot(cards.table_state) is
  'The first of the package''s bots that is not in the game; there are as many as seats. [helper]';
revoke all on function cards.free_bot(cards.table_state) from public;
commit;
