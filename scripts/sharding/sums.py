"""Sums over the rows that live on one server: a slot's part of them is taken back before its rows go, and added after they came."""

# Each is one statement about slot %(slot)s. Marks are locked first, as upkeep locks them.
LOCKS = (
    "select from xp.xp_roll_up order by task for update",
    "select from slots.rl_greatest_priority for update",
)
HOUSE = """
insert into slots.house_accounts as h (game_id, currency, balance)
select s.game_id, w.currency, {sign} sum(slots.house_share(s))
from slots.sessions as s
join slots.wallets as w on w.wallet_id = s.current_wallet_id
where core.slot_in(s.session_id) = %(slot)s and s.is_closed
group by s.game_id, w.currency
on conflict on constraint house_accounts_pkey do update set balance = h.balance + excluded.balance"""
TAKE_BACK = (
    HOUSE.format(sign="-"),
    """
with gone as (
  delete from xp.xp_board_scores as s where s.user_id %% 1024 = %(slot)s returning s.board_id, s.xp
), taken as (
  select g.board_id, b.level, b.bucket, count(*) as members
  from gone as g cross join lateral xp.score_buckets(g.xp) as b
  group by g.board_id, b.level, b.bucket
)
update xp.xp_board_counts as c set members = c.members - t.members
from taken as t where c.board_id = t.board_id and c.level = t.level and c.bucket = t.bucket""",
    "delete from xp.xp_board_counts as c where c.members = 0",
    """
with gone as (
  select a.policy_key, a.policy_version, coalesce(a.segment_key, '') as segment_key, a.streak_day,
    count(*) filter (where a.award_id <= m.rolled_to) as claims,
    coalesce(sum(a.xp_awarded) filter (where a.award_id <= m.rolled_to), 0) as xp,
    count(*) filter (where a.award_id <= m.rolled_to and a.grace_applied) as grace_uses
  from xp.xp_awards as a cross join xp.xp_roll_up as m
  where a.user_id %% 1024 = %(slot)s and m.task = 'xp.claims'
  group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
), repeated as (
  select a.policy_key, a.policy_version, coalesce(a.segment_key, '') as segment_key, a.streak_day, count(*) as duplicates
  from xp.xp_claim_keys as k
  join xp.xp_awards as a on a.user_id = k.user_id and a.reward_day_id = k.reward_day_id
  where k.user_id %% 1024 = %(slot)s and k.is_counted
  group by a.policy_key, a.policy_version, coalesce(a.segment_key, ''), a.streak_day
)
update xp.xp_claim_counts as c
set claims = c.claims - g.claims, xp = c.xp - g.xp, grace_uses = c.grace_uses - g.grace_uses,
  duplicates = c.duplicates - coalesce(r.duplicates, 0)
from gone as g
left join repeated as r using (policy_key, policy_version, segment_key, streak_day)
where c.policy_key = g.policy_key and c.policy_version = g.policy_version and c.segment_key = g.segment_key
  and c.streak_day = g.streak_day""",
    "delete from xp.xp_claim_counts as c where c.claims = 0 and c.duplicates = 0",
    # The next prioritised sample makes the trees anew.
    """
with gone as (
  delete from slots.rl_priorities as p using slots.rl_blocks as b
  where b.block_no = p.block_no and core.slot_in(b.session_id) = %(slot)s
  returning p.block_no
), nodes as (
  delete from slots.rl_trees as t where exists (select from gone)
)
delete from slots.rl_exponents as x where exists (select from gone)""",
)
# Boards and claims are added by upkeep, to which rows with new numbers are new.
ADD = (
    HOUSE.format(sign="+"),
    # No account that registers here later has the number of one that came.
    """
select max(nextval('xp.user_numbers')) from generate_series(
  (select last_value from xp.user_numbers),
  (select max(u.user_id) / 1024 from xp.xp_users as u where u.user_id %% 1024 = %(slot)s)
)""",
    "update xp.xp_claim_keys as k set is_counted = false where k.user_id %% 1024 = %(slot)s and k.is_counted",
    # Experiences that had a priority are new to this server's, as what nobody looked at yet.
    """
insert into slots.full_rl_blocks (session_id, first_index, steps)
select b.session_id, b.first_index, count(*)
from slots.rl_blocks as b
join slots.rl_store as s on s.session_id = b.session_id and s.event_index between b.first_index and b.first_index + 15
where core.slot_in(b.session_id) = %(slot)s
group by b.session_id, b.first_index
having count(*) = 16 or bool_or(s.done)
on conflict on constraint full_rl_blocks_pkey do nothing""",
)
# Statistics go with people. What they are made of becomes a result of another server, where a person or a game leaves.
KEEP = """
insert into cards.away_results as a (
  player_id, game_id, score, tricks_won, is_winner, is_rated, is_public, member_ids, career_index, created_at, completed_at
)
select
  p.player_id, p.game_id, p.score, p.tricks_won, p.is_winner, p.is_rated, g.is_public, g.member_ids, p.career_index, g.created_at,
  g.completed_at
from cards.players as o
join cards.game_players as p on p.player_id = o.id and p.career_index is not null
join cards.games as g on g.id = p.game_id
where o.user_id is not null and {}
on conflict on constraint away_results_pkey do update
set career_index = excluded.career_index
where a.career_index is null"""
KEEP_OF_PEOPLE = KEEP.format(
    "core.slot_in(coalesce(o.merged_into, o.id)) = %(slot)s and core.slot_in(g.id) <> %(slot)s"
)
KEEP_OF_GAMES = KEEP.format(
    "core.slot_in(g.id) = %(slot)s and exists (select from core.slots as s"
    " where s.slot = core.slot_in(coalesce(o.merged_into, o.id)) and s.state = 'here')"
)
# Careers of players without an account, whom a log brought, count the games of one server: made anew where games moved.
PLAYERS = """
select p.player_id from cards.game_players as p join cards.games as g on g.id = p.game_id
join cards.players as o on o.id = p.player_id
where core.slot_in(g.id) = %(slot)s and g.summary_id is not null and not o.is_bot and o.user_id is null
group by p.player_id order by p.player_id"""
CAREER = """
select cards.rebuild_careers((
  select b.id from cards.players as b where b.merged_into is null and b.id < o.id order by b.id desc limit 1
), 1)
from cards.players as p join cards.players as o on o.id = coalesce(p.merged_into, p.id)
where p.id = %(player)s"""
