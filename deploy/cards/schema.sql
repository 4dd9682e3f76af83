-- Deploy gamekeeper:cards/schema to pg
-- requires: core/schema
begin;
set local search_path = pg_temp;
create schema cards authorization gamekeeper;
set local role gamekeeper;
comment on schema cards is
  'An event-sourced trick-taking game (docs/cards.md): lobby, ten rounds of bidding and tricks, bots, replay, verification, statistics.';
grant usage on schema cards to anon, authenticated, service_role, gamekeeper_monitor;
commit;
