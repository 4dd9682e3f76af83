-- Deploy gamekeeper:sparc/fairness/verified_rolls to pg
-- requires: sparc/feed/without_sources sparc/dice/draw_dice sparc/dice/judge_roll sparc/dice/modifier_sum sparc/archive/archived_dice_rolls sparc/archive/archived_declared_rolls sparc/archive/archived_dice_secrets sparc/fairness/roll_verification
begin;
set local search_path = pg_temp;
set local role gamekeeper;
create function sparc.verified_rolls(session_id uuid, after_number bigint, page_size integer, until timestamptz)
returns setof sparc.roll_verification
language plpgsql
stable
as $$
begin
  return query
  select
    d.id, d.roll_number, k.secret_hash,
    r.results, expected.results, r.animation_seed, expected.animation_seed, r.outcome, judged.outcome,
    (
      r.results = expected.results and r.animation_seed = expected.animation_seed
      and r.total = summed.total and r.modified_total = summed.total + flat.bonus
      and r.margin = r.modified_total - d.difficulty
      and r.outcome = judged.outcome and r.success = (judged.outcome in ('critical_success', 'success'))
      and (r.roll_number, r.dice_count, r.difficulty, r.attribute, r.roll_type)
        = (d.roll_number, d.dice_count, d.difficulty, d.attribute, d.roll_type)
      and sparc.without_sources(r.modifiers) = sparc.without_sources(d.modifiers)
    )
  from (
    select * from sparc.declared_rolls
    union all
    select * from sparc.archived_declared_rolls
  ) as d
  left join (
    select * from sparc.dice_rolls
    union all
    select * from sparc.archived_dice_rolls
  ) as r on r.id = d.id
  cross join lateral (
    select s.secret_hash, s.inner_block, s.outer_block
    from (
      select * from sparc.dice_secrets
      union all
      select * from sparc.archived_dice_secrets
    ) as s
    where s.session_id = d.session_id and s.from_number <= d.roll_number
    order by s.secret_number desc
    limit 1
  ) as k
  cross join lateral (
    select
      sparc.draw_dice(k.inner_block, k.outer_block, d.roll_number, d.dice_count) as results,
      core.draw_word(k.inner_block, k.outer_block, convert_to(d.roll_number || ':animation', 'UTF8')) as animation_seed
    offset 0
  ) as expected
  cross join lateral (select sum(die.face)::integer as total from unnest(expected.results) as die (face)) as summed
  cross join lateral (select sparc.modifier_sum(d.modifiers, 'flat') as bonus) as flat
  cross join lateral (
    select sparc.judge_roll(expected.results, summed.total + flat.bonus, d.difficulty) as outcome
  ) as judged
  where d.session_id = verified_rolls.session_id and d.roll_number > verified_rolls.after_number and d.declared_at <= verified_rolls.until
  order by d.roll_number
  limit verified_rolls.page_size;
end
$$;
comment on function sparc.verified_rolls(uuid, bigint, integer, timestamptz) is
  'The rolls of a session after a number, archived or not, each drawn again from its secret. [helper]';
revoke all on function sparc.verified_rolls(uuid, bigint, integer, timestamptz) from public;
commit;
