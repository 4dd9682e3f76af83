-- What the gateways of a shard stand on.
create function gateway.assume(context text[])
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  if (assume.context[2] in ('anon', 'authenticated', 'service_role')) is not true then
    raise exception using errcode = 'insufficient_privilege', message = 'a gateway calls as a client and as nobody else';
  end if;
  perform
    set_config('request.jwt.claims', coalesce(assume.context[1], ''), true),
    set_config('lock_timeout', assume.context[4], true),
    set_config('TimeZone', assume.context[5], true);
  if assume.context[3] = 'on' then
    perform set_config('transaction_read_only', 'on', true);
  end if;
end
$$;
comment on function gateway.assume(text[]) is
  'Gives this transaction what the router''s caller has; the gateway sets the role last, which no SECURITY DEFINER function may.';

create function gateway.enter(context text[], id uuid, number bigint, code text, owner text)
returns void
language plpgsql
volatile
security definer
set search_path = pg_temp
as $$
begin
  perform gateway.assume(enter.context);
  perform core.require_slot(gateway.slot_of_call(enter.id, enter.number, enter.code, enter.owner, enter.context[1]));
end
$$;
comment on function gateway.enter(text[], uuid, bigint, text, text) is
  'The same, and passes only where the slot of the call lives here, whatever the router believes.';
