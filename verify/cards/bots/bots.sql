-- Verify gamekeeper:cards/bots/bots on pg
begin;
set local role gamekeeper;
do $$
begin
  if (select count(*) from cards.players as p join generate_series(0, 9) as n on p.id = cards.bot_id(n) where p.is_bot) <> 10 then
    raise exception 'the bots are missing';
  end if;
end
$$;
rollback;
