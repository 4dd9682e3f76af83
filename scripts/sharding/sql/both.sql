-- What the router and every shard have alike: the form of an answer, and how the slot of a call is found.
drop schema if exists gateway cascade;
create schema gateway authorization gamekeeper;
comment on schema gateway is 'Made by scripts/gamekeeper cluster: calls from the router to the shards. Dropped and made anew with each change.';
set local role gamekeeper;

create type gateway.answer as (sqlstate text, message text, detail text, hint text, answers text[]);
comment on type gateway.answer is 'The answer of a shard: each row that a function returned, as text, or the error that it raised.';

create function gateway.slot_of_call(id uuid, number bigint, code text, owner text, claims text)
returns integer
language sql
stable
parallel safe
return coalesce(
  core.slot_in(slot_of_call.id),
  ((slot_of_call.number % 1024 + 1024) % 1024)::integer,
  core.slot_of_code(slot_of_call.code),
  core.slot_of(coalesce(nullif(slot_of_call.owner, ''), nullif(slot_of_call.claims, '')::jsonb ->> 'sub')),
  0
);
comment on function gateway.slot_of_call(uuid, bigint, text, text, text) is
  'The slot of a call, by what it names first: an id, a number of xp, a join code, an owner, or the caller.';
revoke all on function gateway.slot_of_call(uuid, bigint, text, text, text) from public;
reset role;
