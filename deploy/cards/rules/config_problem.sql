-- Deploy gamekeeper:cards/rules/config_problem to pg
-- requires: cards/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function cards.config_problem(config jsonb)
returns text
language plpgsql
immutable
parallel safe
as $$
declare
  _key text;
  _low integer;
  _high integer;
begin
  for _key, _low, _high in values ('minPlayers', 2, 10), ('maxPlayers', 2, 10), ('startingSeatIndex', 0, 9), ('turnSeconds', 1, 86400) loop
    if jsonb_typeof(config_problem.config -> _key) is distinct from 'number'
      or config_problem.config ->> _key !~ '^[0-9]{1,5}$'
      or (config_problem.config ->> _key)::integer not between _low and _high
    then
      return format('%s must be a whole number from %s to %s', _key, _low, _high);
    end if;
  end loop;
  return case
    when (config_problem.config ->> 'minPlayers')::integer > (config_problem.config ->> 'maxPlayers')::integer then 'minPlayers must not exceed maxPlayers'
    when (config_problem.config ->> 'startingSeatIndex')::integer >= (config_problem.config ->> 'maxPlayers')::integer then 'startingSeatIndex must be below maxPlayers'
    when jsonb_typeof(config_problem.config -> 'autoplayBots') is distinct from 'boolean' then 'autoplayBots must be a boolean'
    when config_problem.config ->> 'shuffle' not in ('sha256', 'external') or config_problem.config ->> 'shuffle' is null then 'shuffle must be sha256 or external'
  end;
end
$$;
comment on function cards.config_problem(jsonb) is
  'What is wrong with a complete config, in words; null when nothing is. [helper]';
revoke all on function cards.config_problem(jsonb) from public;
commit;
