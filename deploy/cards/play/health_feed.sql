-- Deploy gamekeeper:cards/play/health_feed to pg
-- requires: core/upkeep/health_checks cards/games/game_feed
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.health_feed()
returns table (ok boolean, detail text, action text)
language sql
stable
set search_path = pg_temp
begin atomic
  select
    count(*) > 0 and count(*) filter (where f.is_open) = 0,
    case
      when count(*) = 0 then 'cards.game_feed is in no publication'
      when count(*) filter (where f.is_open) > 0 then 'member_ids is published by ' || string_agg(f.pubname, ', ' order by f.pubname) filter (where f.is_open)
      else 'cards.game_feed is published by ' || string_agg(f.pubname, ', ' order by f.pubname)
    end,
    'alter publication ... add table cards.game_feed (game_id, next_index, turn_player_id), with these columns alone'
  from (
    select
      p.pubname::text as pubname,
      r.prattrs is null or (
        select a.attnum from pg_catalog.pg_attribute as a where a.attrelid = r.prrelid and a.attname = 'member_ids'
      ) = any (r.prattrs) as is_open
    from pg_catalog.pg_publication_rel as r
    join pg_catalog.pg_publication as p on p.oid = r.prpubid
    where r.prrelid = 'cards.game_feed'::regclass
  ) as f;
end;
comment on function cards.health_feed() is
  'Health: the feed of games is published, and who sees a game is not. [helper]';
revoke all on function cards.health_feed() from public;
insert into core.health_checks (name, function, meaning) values
  ('cards.feed', 'cards.health_feed()', 'The feed of games is published for realtime.');
commit;
