-- Deploy gamekeeper:slots/checks/check_text to pg
-- requires: core/errors/raise slots/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function slots.check_text(field text, content text, longest integer)
returns text
language plpgsql
stable
parallel safe
as $$
begin
  if check_text.content is null or length(check_text.content) not between 1 and check_text.longest then
    perform core.raise('INVALID_INPUT', jsonb_build_object(
      'field', check_text.field, 'problem', format('must be 1 to %s characters', check_text.longest)
    ));
  end if;
  return check_text.content;
end
$$;
comment on function slots.check_text(text, text, integer) is
  'The text as it was given, 1 to so many characters. Raises: INVALID_INPUT. [helper]';
revoke all on function slots.check_text(text, text, integer) from public;
commit;
