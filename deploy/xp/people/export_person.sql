-- Deploy gamekeeper:xp/people/export_person to pg
-- requires: core/people/person_hooks core/people/export_page xp/users/xp_users xp/users/xp_profiles xp/users/xp_timezone_changes xp/seasons/xp_season_xp xp/seasons/xp_hidden_entries xp/streaks/xp_streaks xp/streaks/xp_keyed_streaks xp/streaks/xp_streak_entries xp/ledger/xp_balance xp/ledger/xp_ledger xp/claims/xp_awards xp/claims/xp_claim_keys xp/boards/xp_board_scores xp/prizes/xp_prizes xp/ledger/xp_level_ups
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Every condition names values of the primary key's first column, as an array, and sorting is the last resort: so a page is
-- read along the key from the last row on.
create function xp.export_person(person_id uuid, after jsonb, page_size integer)
returns table (table_name text, key jsonb, "row" jsonb)
language plpgsql
stable
set enable_sort = off
set enable_bitmapscan = off
as $$
declare
  _theirs constant text :=
    't.user_id = any (array(select u.user_id from xp.xp_users as u where u.external_user_id = any ($1::text[])))';
begin
  return query
    select p.*
    from core.export_page(
      export_person.person_id,
      array[
        array['xp.xp_awards', _theirs],
        array['xp.xp_balance', _theirs],
        array['xp.xp_board_scores', _theirs],
        array['xp.xp_claim_keys', _theirs],
        array['xp.xp_hidden_entries', _theirs],
        array['xp.xp_keyed_streaks', _theirs],
        array['xp.xp_ledger', _theirs],
        array['xp.xp_level_ups', _theirs],
        array['xp.xp_prizes', _theirs],
        array['xp.xp_profiles', _theirs],
        array['xp.xp_season_xp', _theirs],
        array['xp.xp_streak_entries', _theirs],
        array['xp.xp_streaks', _theirs],
        array['xp.xp_timezone_changes', _theirs],
        array['xp.xp_users', _theirs]
      ],
      export_person.after, export_person.page_size
    ) as p;
end
$$;
comment on function xp.export_person(uuid, jsonb, integer) is
  'Hook of an export: a page of all that is stored of a person''s accounts. Raises: INVALID_INPUT. [helper]';
revoke all on function xp.export_person(uuid, jsonb, integer) from public;
insert into core.person_hooks (system, kind, function) values ('xp', 'export', 'xp.export_person(uuid, jsonb, integer)');
commit;
