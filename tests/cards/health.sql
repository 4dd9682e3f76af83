-- What health says of card games.
begin;
select plan(4);

select ok(h.ok and h.detail ~ '^cards.game_feed is published by ', 'the feed of games is published after a deploy') from cards.health_feed() as h;
create temporary table publications on commit drop as
select p.pubname from pg_publication_rel as r join pg_publication as p on p.oid = r.prpubid where r.prrelid = 'cards.game_feed'::regclass;
do $$
declare
  _name name;
begin
  for _name in select pubname from publications loop
    execute format('alter publication %I drop table cards.game_feed', _name);
  end loop;
end
$$;
select is((select h.detail from cards.health_feed() as h where not h.ok), 'cards.game_feed is in no publication', 'health says that nobody hears of moves');
create publication with_members for table cards.game_feed;
select is((select h.detail from cards.health_feed() as h where not h.ok), 'member_ids is published by with_members', 'health says that who sees a game is published');
alter publication with_members set table cards.game_feed (game_id, next_index, turn_player_id);
select ok(h.ok, 'a publication without the members is well') from cards.health_feed() as h;

select * from finish();
rollback;
