-- What is kept is kept wholly, in every system.
begin;
select plan(3);

-- Each event of each table whose guard refuses all of it: one without a condition and without a list of columns.
create temporary view guarded as
select t.oid, t.name, e.event
from test.tables as t
join pg_trigger as g on g.tgrelid = t.oid and g.tgenabled <> 'D' and g.tgqual is null and g.tgattr::text = ''
join (values ('delete', 8), ('update', 16), ('truncate', 32)) as e (event, bit) on g.tgtype & e.bit <> 0
where g.tgfoid = 'core.guard_history()'::regprocedure;

select cmp_ok((select count(*) from guarded), '>', 0::bigint, 'there are guards to look at');
select is(
  array(
    select t.name || ': ' || e.event
    from test.tables as t
    cross join (values ('delete'), ('update'), ('truncate')) as e (event)
    where exists (select from pg_trigger as g where g.tgrelid = t.oid and g.tgfoid = 'core.guard_history()'::regprocedure)
      and not exists (select from guarded as g where g.oid = t.oid and g.event = e.event)
      and (coalesce(pg_partition_root(t.oid), t.oid)::regclass::text, e.event) not in (
        -- the rows of a card game, of its feed, of a wallet, of an account and of a limit carry their present state; of a slot game only the definition stands
        ('cards.games', 'update'), ('cards.game_feed', 'update'), ('slots.wallets', 'update'), ('slots.accounts', 'update'), ('slots.limits', 'update'), ('slots.games', 'update'), ('slots.games', 'delete'), ('slots.games', 'truncate'),
        -- a guard of its own, since a total follows from modifiers that an erasure takes words out of; see tests/sparc/leaving.sql
        ('sparc.dice_rolls', 'update'),
        -- a guard of its own lets a season end later; see tests/xp/seasons.sql
        ('xp.xp_seasons', 'update'),
        -- rows go to the archive with their session
        ('sparc.dice_rolls', 'delete'), ('sparc.session_events', 'delete')
      )
    order by 1
  ),
  '{}'::text[], 'a table that is append-only refuses update, delete and truncate, and so do its partitions'
);
select is(
  array(
    select distinct t.name || ': ' || g.tgname
    from test.tables as t
    join pg_trigger as g on g.tgrelid = t.oid and g.tgname like 'guard_history%' and g.tgfoid <> 'core.guard_history()'::regprocedure
    order by 1
  ),
  '{}'::text[], 'a trigger that is named as the guard of history runs it'
);

select * from finish();
rollback;
