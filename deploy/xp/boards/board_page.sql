-- Deploy gamekeeper:xp/boards/board_page to pg
-- requires: xp/boards/count_ahead xp/boards/board_tail xp/boards/xp_board_scores
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- Ranks of a page follow from those of its two highest scores: whoever has the highest may have equals before the page, and
-- from the second on, all equals are on the page.
create function xp.board_page(board_id text, tail xp.board_tail, from_xp bigint, from_user_id bigint, size integer)
returns table (rank bigint, user_id bigint, xp bigint)
language plpgsql
stable
as $$
declare
  _user_ids bigint[];
  _scores bigint[];
  _second bigint;
  _first_rank bigint;
  _second_rank bigint;
begin
  select array_agg(p.user_id order by p.xp desc, p.user_id desc), array_agg(p.xp order by p.xp desc, p.user_id desc)
  into _user_ids, _scores
  from (
    (
      select s.user_id, s.xp
      from xp.xp_board_scores as s
      where s.board_id = board_page.board_id and s.xp > 0
        and (s.xp, s.user_id) <= (board_page.from_xp, board_page.from_user_id)
        and s.user_id <> all (board_page.tail.user_ids)
      order by s.xp desc, s.user_id desc
      limit board_page.size
    )
    union all
    select t.user_id, t.now
    from unnest(board_page.tail.user_ids, board_page.tail.now) as t (user_id, now)
    where t.now > 0 and (t.now, t.user_id) <= (board_page.from_xp, board_page.from_user_id)
    order by 2 desc, 1 desc
    limit board_page.size
  ) as p;
  select max(s) into _second from unnest(_scores) as s where s < _scores[1];
  _first_rank := 1 + xp.count_ahead(board_page.board_id, _scores[1], board_page.tail);
  _second_rank := 1 + xp.count_ahead(board_page.board_id, _second, board_page.tail);
  return query
    select
      case when p.xp = _scores[1] then _first_rank else _second_rank - 1 + rank() over (partition by p.xp = _scores[1] order by p.xp desc) end,
      p.user_id, p.xp
    from unnest(_user_ids, _scores) as p (user_id, xp)
    order by p.xp desc, p.user_id desc;
end
$$;
comment on function xp.board_page(text, xp.board_tail, bigint, bigint, integer) is
  'The entries of a board from a place on, best first, equals by their account''s number, with their ranks. [helper]';
revoke all on function xp.board_page(text, xp.board_tail, bigint, bigint, integer) from public;
commit;
