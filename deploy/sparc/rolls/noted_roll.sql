-- Deploy gamekeeper:sparc/rolls/noted_roll to pg
-- requires: core/records/note_request core/errors/raise sparc/dice/declared_rolls
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.noted_roll(function text, idempotency_key text, arguments jsonb, roll_id uuid)
returns sparc.declared_rolls
language plpgsql
volatile
as $$
declare
  _made constant text := core.note_request(
    noted_roll.function, noted_roll.idempotency_key, noted_roll.arguments, noted_roll.roll_id::text
  );
  _roll sparc.declared_rolls;
begin
  if _made is not null then
    select * into _roll from sparc.declared_rolls as d where d.id = _made::uuid;
    if not found then
      perform core.raise('NOT_FOUND', jsonb_build_object('field', 'idempotency_key'));
    end if;
  end if;
  return _roll;
end
$$;
comment on function sparc.noted_roll(text, text, jsonb, uuid) is
  'The roll that the same request declared before; null for a new request, which is noted with the id of its roll. Raises: '
  'UNAUTHENTICATED, INVALID_INPUT, IDEMPOTENCY_CONFLICT, NOT_FOUND, when the roll has moved to the archive. [helper]';
revoke all on function sparc.noted_roll(text, text, jsonb, uuid) from public;
commit;
