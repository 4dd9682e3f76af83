-- Deploy gamekeeper:cards/rules/complete_config to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.complete_config(config jsonb)
returns jsonb
language sql
immutable
parallel safe
return '{"minPlayers": 2, "maxPlayers": 10, "startingSeatIndex": 0, "turnSeconds": 60, "autoplayBots": true, "shuffle": "sha256"}'::jsonb
  || complete_config.config;
comment on function cards.complete_config(jsonb) is
  'A config with the default of every key that it does not name. [helper]';
revoke all on function cards.complete_config(jsonb) from public;
commit;
