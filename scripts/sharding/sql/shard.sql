-- What the gateways of a shard stand on. Each does as much as it can in one expression: a call of one more function costs more.
create function gateway.assume(context text[])
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _settings text;
begin
  if (assume.context[2] in ('anon', 'authenticated', 'service_role')) is not true then
    raise exception using errcode = 'insufficient_privilege', message = 'a gateway calls as a client and as nobody else';
  end if;
  _settings := concat(
    set_config('request.jwt.claims', coalesce(assume.context[1], ''), true),
    -- 0 is what a caller has who says nothing: then the login's own holds.
    case when assume.context[4] not in ('0', current_setting('lock_timeout')) then set_config('lock_timeout', assume.context[4], true) end,
    case when current_setting('TimeZone') <> assume.context[5] then set_config('TimeZone', assume.context[5], true) end,
    case when assume.context[6] is not null then set_config('gamekeeper.leaving_instant', assume.context[6], true) end,
    case when assume.context[3] = 'on' then set_config('transaction_read_only', 'on', true) end
  );
  return assume.context[2];
end
$$;
comment on function gateway.assume(text[]) is
  'Gives this transaction what the router''s caller has, and returns the role, which the gateway sets: no SECURITY DEFINER function may.';

create function gateway.enter(context text[], id uuid, number bigint, code text, owner text)
returns text
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
declare
  _role constant text := gateway.assume(enter.context);
  _slot constant integer := gateway.slot_of_call(enter.id, enter.number, enter.code, enter.owner, enter.context[1]);
begin
  perform from core.slots as s where s.slot = _slot and s.state = 'elsewhere';
  if found then
    perform core.raise('WRONG_SHARD', core.refused_slot(_slot));
  end if;
  return _role;
end
$$;
comment on function gateway.enter(text[], uuid, bigint, text, text) is
  'The same, and passes only where the slot of the call lives here, whatever the router believes.';
