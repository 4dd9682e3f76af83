-- Deploy gamekeeper:xp/boards/board_entries to pg
-- requires: xp/ledger/xp_ledger xp/ledger/earned xp/ledger/counted_seasons core/keys/utc
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function xp.board_entries(above bigint, up_to bigint, user_ids bigint[] default null)
returns table (user_id bigint, board_id text, xp bigint)
language sql
stable
parallel safe
begin atomic
  select l.user_id, b.board_id, sum(b.earned)::bigint
  from xp.xp_ledger as l
  cross join lateral (
    select c.season_id, c.xp
    from xp.counted_seasons(l.amount, l.season_id, l.corrected_season, l.side_seasons, l.corrected_sides) as c
    union all
    select 'all', xp.earned(l.amount, l.corrected_lifetime)
    union all
    select to_char(core.utc(l.created_at), p.form), xp.earned(l.amount, l.corrected_lifetime)
    from (values ('"day:"YYYY-MM-DD'), ('"week:"IYYY"-W"IW'), ('"month:"YYYY-MM')) as p (form)
    where l.reason <> 'MERGE'
  ) as b (board_id, earned)
  where l.ledger_id > board_entries.above and l.ledger_id <= board_entries.up_to
    and (board_entries.user_ids is null or l.user_id = any (board_entries.user_ids))
  group by l.user_id, b.board_id
  having sum(b.earned) <> 0;
end;
comment on function xp.board_entries(bigint, bigint, bigint[]) is
  'What the entries of the ledger with ids above and up to the given ones add to each of those users (null: all) on each board. XP that was carried from '
  'one account to another counts on the board of all time alone. xp.read_board_tail knows the same rule for one board. [helper]';
revoke all on function xp.board_entries(bigint, bigint, bigint[]) from public;
commit;
