-- What is kept is kept wholly, in every system.
begin;
select plan(2);

select cmp_ok((select count(*) from pg_trigger where tgname like 'append_only_%'), '>', 0::bigint, 'there are guards to look at');
select is(array(select t.name
  from test.tables as t
  where exists (select from pg_trigger as g where g.tgrelid = t.oid and g.tgname like 'append_only_%')
    and (select array_agg(g.tgname::text order by g.tgname) from pg_trigger as g where g.tgrelid = t.oid and g.tgname like 'append_only_%' and g.tgenabled <> 'D')
      is distinct from array['append_only_delete', 'append_only_truncate', 'append_only_update']
  order by 1), '{}'::text[], 'a table that is append-only refuses update, delete and truncate, and so do its partitions');

select * from finish();
rollback;
