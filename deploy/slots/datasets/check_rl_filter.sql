-- Deploy gamekeeper:slots/datasets/check_rl_filter to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_rl_filter(filter jsonb)
returns void
language plpgsql
stable
as $$
declare
  _problem constant text := case
    when jsonb_typeof(check_rl_filter.filter) is distinct from 'object'
      or check_rl_filter.filter - array['gameId', 'policy', 'since', 'until', 'isOver'] <> '{}'
      then 'must be an object of gameId, policy, since, until and isOver'
    when exists (
      select
      from jsonb_each(check_rl_filter.filter) as f (name, value)
      where jsonb_typeof(f.value) <> case f.name when 'isOver' then 'boolean' else 'string' end
    ) then 'isOver must be true or false, the others text'
    when check_rl_filter.filter ->> 'gameId' !~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then 'gameId must be the id of a game'
    when check_rl_filter.filter ->> 'policy' !~ '^[[:graph:]]{1,80}@[[:graph:]]{1,80}$' then 'policy must be name@version'
    when exists (
      select
      from jsonb_each_text(check_rl_filter.filter) as f (name, value)
      where f.name in ('since', 'until') and f.value !~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]{1,6})?Z$'
    ) then 'since and until must be instants like 2026-11-26T08:00:00Z'
  end;
begin
  if _problem is not null then
    perform core.raise('INVALID_INPUT', jsonb_build_object('field', 'filter', 'problem', _problem));
  end if;
  begin
    perform (check_rl_filter.filter ->> 'since')::timestamptz, (check_rl_filter.filter ->> 'until')::timestamptz;
  exception
    when datetime_field_overflow then
      perform core.raise('INVALID_INPUT', '{"field": "filter", "problem": "since and until must be instants that exist"}');
  end;
end
$$;
comment on function slots.check_rl_filter(jsonb) is 'Refuses what is no filter of slots.rl_create_dataset. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_rl_filter(jsonb) from public;
commit;
