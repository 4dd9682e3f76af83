-- Deploy gamekeeper:xp/boards/board_range to pg
-- requires: xp/schema
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- The first day of the period, made of numbers so that no text can fail, and then compared with its name: a week 53 of a year
-- that has 52, or a 31st of February, has another.
create function xp.board_range(board_id text)
returns tstzrange
language plpgsql
stable
parallel safe
as $$
declare
  _parts constant text[] := regexp_match(
    left(board_range.board_id, 20), '^(day|week|month):(?!0000)([0-9]{4})-(?:W(0[1-9]|[1-4][0-9]|5[0-3])|(0[1-9]|1[0-2]))(?:-(0[1-9]|[12][0-9]|3[01]))?$'
  );
  _year constant integer := _parts[2]::integer;
  _first date;
  _after date;
  _form text;
begin
  if board_range.board_id = 'all' then
    return '(,)'::tstzrange;
  end if;
  if _parts[1] = 'week' and _parts[3] is not null then
    _first := make_date(_year, 1, 4) - (extract(isodow from make_date(_year, 1, 4))::integer - 1) + 7 * (_parts[3]::integer - 1);
    _after := _first + 7;
    _form := '"week:"IYYY"-W"IW';
  elsif _parts[1] = 'day' and _parts[5] is not null then
    _first := make_date(_year, _parts[4]::integer, 1) + (_parts[5]::integer - 1);
    _after := _first + 1;
    _form := '"day:"YYYY-MM-DD';
  elsif _parts[1] = 'month' then
    _first := make_date(_year, _parts[4]::integer, 1);
    _after := make_date(_year + _parts[4]::integer / 12, _parts[4]::integer % 12 + 1, 1);
    _form := '"month:"YYYY-MM';
  end if;
  if to_char(_first, _form) = board_range.board_id then
    return tstzrange(_first::timestamp at time zone interval '00:00', _after::timestamp at time zone interval '00:00');
  end if;
  return null;
end
$$;
comment on function xp.board_range(text) is
  'The instants of a board: a day (day:2026-11-25), an ISO week (week:2026-W48), a month (month:2026-11), each in UTC, or all time '
  '(all); null for every other text, which may be a season. [helper]';
revoke all on function xp.board_range(text) from public;
commit;
