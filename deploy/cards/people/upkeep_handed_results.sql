-- Deploy gamekeeper:cards/people/upkeep_handed_results to pg
-- requires: core/keys/wall_clock core/records/setting core/shards/slots core/upkeep/batch_of core/upkeep/upkeep_tasks cards/settings cards/games/handed_results cards/people/take_results cards/players/players
begin;
set local search_path = pg_temp;
set local role gamekeeper;
-- A result is gone from here in the transaction that counts it. Players are taken by ascending id, as completions lock their
-- statistics; one whose statistics somebody holds is left for the next run.
create function cards.upkeep_handed_results()
returns bigint
language plpgsql
volatile
as $$
declare
  _batch constant bigint := core.batch_of('cards.handed_results');
  _kept_since constant timestamptz := core.wall_clock() - make_interval(days => core.setting('cards.handed_result_days')::integer);
  _results cards.handed_results[];
  _taken bigint := 0::bigint;
begin
  for _results in
    select array_agg(h.result order by (h.result).completed_at, (h.result).game_id, (h.result).player_id)
    from (
      select c as result
      from core.slots as s
      join cards.handed_results as c on c.slot = s.slot
      where s.state = 'here'
      order by c.handed_id
      limit _batch
      for update of c skip locked
    ) as h
    left join cards.players as p on p.id = (h.result).player_id
    group by coalesce(p.merged_into, (h.result).player_id)
    order by coalesce(p.merged_into, (h.result).player_id)
  loop
    begin
      perform cards.take_results(_results);
      delete from cards.handed_results as h where h.handed_id in (select r.handed_id from unnest(_results) as r);
      _taken := _taken + cardinality(_results);
    exception
      when lock_not_available then
        null;
    end;
  end loop;
  delete from cards.handed_results as h
  where h.handed_id in (
    select o.handed_id
    from cards.handed_results as o
    where o.handed_at < _kept_since and not exists (select from core.slots as s where s.slot = o.slot and s.state = 'here')
    order by o.handed_at
    limit _batch
    for update skip locked
  );
  return _taken;
end
$$;
comment on function cards.upkeep_handed_results() is
  'Upkeep: takes the results that were handed over for people who live here, and forgets those for others after '
  'cards.handed_result_days. Returns how many it took. [helper]';
revoke all on function cards.upkeep_handed_results() from public;
insert into core.upkeep_tasks (task, function, meaning, batch) values
  ('cards.handed_results', 'cards.upkeep_handed_results()', 'Adds games that were played on other servers to the lists and statistics of their players.', 5000);
commit;
