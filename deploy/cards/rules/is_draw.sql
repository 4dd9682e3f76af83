-- Deploy gamekeeper:cards/rules/is_draw to pg
-- requires: cards/rules/table_state
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.is_draw(state cards.table_state)
returns boolean
language sql
immutable
parallel safe
return (is_draw.state).phase in ('dealing', 'revealing')
  or (is_draw.state).phase in ('bidding', 'playing') and (is_draw.state).turn is not null;
comment on function cards.is_draw(cards.table_state) is
  'Whether what is due in that state is a draw: a deal, the move of a bot, or the fallback move of somebody who '
  'left. Ask it where cards.is_due says yes (docs/cards.md, "Decisions and draws"). [helper]';
revoke all on function cards.is_draw(cards.table_state) from public;
commit;
