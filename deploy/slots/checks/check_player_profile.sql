-- Deploy gamekeeper:slots/checks/check_player_profile to pg
-- requires: core/errors/raise slots/checks/check_money slots/checks/check_text
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_player_profile(player_profile jsonb)
returns void
language plpgsql
stable
parallel safe
as $$
declare
  _profile jsonb := check_player_profile.player_profile;
begin
  if jsonb_typeof(_profile) is distinct from 'object' then
    perform core.raise('INVALID_INPUT', '{"field": "player_profile", "problem": "must be an object"}');
  end if;
  if length(_profile::text) > 8192 then
    perform core.raise('INVALID_INPUT', '{"field": "player_profile", "problem": "must not be longer than 8192 characters"}');
  end if;
  if _profile ? 'behaviorType' then
    if jsonb_typeof(_profile -> 'behaviorType') <> 'string' then
      perform core.raise('INVALID_INPUT', '{"field": "player_profile.behaviorType", "problem": "must be a text"}');
    end if;
    perform slots.check_text('player_profile.behaviorType', _profile ->> 'behaviorType', 100);
  end if;
  if _profile ? 'maxBet' then
    if jsonb_typeof(_profile -> 'maxBet') <> 'number' then
      perform core.raise('INVALID_INPUT', '{"field": "player_profile.maxBet", "problem": "must be a number"}');
    end if;
    perform slots.check_money('player_profile.maxBet', (_profile -> 'maxBet')::numeric, zero_allowed => true);
  end if;
end
$$;
comment on function slots.check_player_profile(jsonb) is
  'Refuses a player profile other than an object; behaviorType, if given, is a text, maxBet an amount of money. '
  'Further keys are the caller''s own. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_player_profile(jsonb) from public;
commit;
