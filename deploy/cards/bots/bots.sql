-- Deploy gamekeeper:cards/bots/bots to pg
-- requires: cards/players/players cards/bots/bot_id cards/bots/careful_bot
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Ten bots, one for each seat there can be, shared by all games: a bot has no state of its own, so that the
-- same seed gives the same game. Further bots with other parameters are further rows. A revert leaves those that
-- sit in a game, so some may be here already.
insert into cards.players (id, display_name, avatar_seed, color, is_bot, bot_strategy)
select
  cards.bot_id(n),
  'Bot ' || (array['Ada', 'Blaise', 'Carl', 'Daniel', 'Emmy', 'Fermat', 'Gosset', 'Hypatia', 'Isaac', 'Jakob'])[n + 1],
  'bot-' || n,
  (array['teal', 'coral', 'olive', 'navy', 'plum', 'sienna', 'indigo', 'crimson', 'gold', 'gray'])[n + 1],
  true,
  cards.careful_bot()
from generate_series(0, 9) as n
on conflict (id) do nothing;
commit;
