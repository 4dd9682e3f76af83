-- One word means one thing (CONTRIBUTING.md, "Words"), as far as the catalog shows it.
begin;
select plan(15);

-- Names that the specification of sparc gives.
create temporary view given (name) as values
  ('on_auth_user_created'), ('on_auth_user_created_sparc'), ('enforce_character_limit'), ('enforce_session_capacity'),
  ('on_session_complete'), ('set_session_code'), ('sparc.check_character_limit()'), ('sparc.check_session_capacity()');

select cmp_ok((select count(*) from pg_trigger as t join test.functions as f on f.oid = t.tgfoid where not t.tgisinternal), '>', 50::bigint, 'there are triggers to look at');
select is(
  array(
    select distinct t.tgrelid::regclass || ': ' || t.tgname || ' runs ' || f.proname
    from pg_trigger as t
    join test.functions as f on f.oid = t.tgfoid
    where not t.tgisinternal and t.tgname !~ ('^' || f.proname || '(_(insert|update|delete|truncate))*$')
      and t.tgname not in (select g.name from given as g)
    order by 1
  ),
  '{}'::text[], 'a trigger has the name of its function, with the events that it serves where they differ'
);
select is(
  array(
    select f.name
    from test.functions as f
    where f.prorettype = 'trigger'::regtype and f.proname !~ '^guard_'
      and f.prosrc ~ 'core\.raise' and f.prosrc !~ '\mnew\.\w+ :=|\m(insert into|update|delete from)\M|\mreturn (?!(new|old|null);)'
      and f.name not in (select g.name from given as g)
    order by 1
  ),
  '{}'::text[], 'a trigger function that refuses and does nothing else is named guard_x'
);
select is(
  array(select f.name from test.functions as f where f.proname ~ '^guard_' and (f.prorettype <> 'trigger'::regtype or f.prosrc !~ 'core\.(raise|require_quota)') order by 1),
  '{}'::text[], 'guard_x is a trigger function that refuses'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^(is|can|has|may)_' and (f.prorettype <> 'boolean'::regtype or f.proretset or (f.provolatile = 'v' and f.proname not in ('is_settled', 'has_map')))
    order by 1
  ),
  '{}'::text[], 'is_x, can_x, has_x and may_x answer true or false and change nothing'
);
select is(
  array(
    select f.name from test.functions as f
    where (f.proname ~ '^health_') <> (pg_get_function_result(f.oid) = 'TABLE(ok boolean, detail text, action text)')
    order by 1
  ),
  '{}'::text[], 'health_x and nothing else returns a row of health'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^health_' and not exists (select from core.health_checks as c where to_regprocedure(c.function) = f.oid)
    order by 1
  ),
  '{}'::text[], 'health_x is asked by core.health()'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^check_' and f.name not in (select g.name from given as g)
      and (f.prorettype = 'trigger'::regtype or f.prosrc !~ 'core\.raise|\.(check_|reject_)' or f.prosrc ~ '\m(insert into|update|delete from)\M')
    order by 1
  ),
  '{}'::text[], 'check_x refuses an argument, and is no trigger'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^require_' and (f.prosrc !~ 'core\.raise|\.(require|find|lock)_' or f.prosrc ~ '\m(insert into|update|delete from)\M')
    order by 1
  ),
  '{}'::text[], 'require_x refuses, and writes nothing'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^lock_' and f.prosrc !~* 'for (no key )?(update|share)|\mupdate\M|\.lock_'
    order by 1
  ),
  '{}'::text[], 'lock_x locks a row'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^find_' and (f.prosrc ~* 'for (no key )?(update|share)' or coalesce(obj_description(f.oid, 'pg_proc'), '') !~ 'NOT_FOUND')
    order by 1
  ),
  '{}'::text[], 'find_x locks nothing, and raises NOT_FOUND'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^list_' and not (f.proretset and 'page_size' = any (coalesce(f.proargnames, '{}')))
    order by 1
  ),
  '{}'::text[], 'list_x returns a page'
);
select is(
  array(
    select f.name from test.functions as f
    where f.proname ~ '^upkeep_' and not exists (select from core.upkeep_tasks as t where to_regprocedure(t.function) = f.oid)
    order by 1
  ),
  '{}'::text[], 'upkeep_x is a task of core.maintain'
);
select is(
  array(
    select t.function from core.upkeep_tasks as t
    join test.functions as f on f.oid = to_regprocedure(t.function)
    where f.proname !~ '^upkeep_' and obj_description(f.oid, 'pg_proc') ~ '\[helper\]'
    order by 1
  ),
  '{}'::text[], 'a task that nobody else calls is named upkeep_x'
);
select is(
  array(select f.name from test.functions as f where f.proname ~ '_document$' and (f.prorettype <> 'jsonb'::regtype or f.proretset) order by 1),
  '{}'::text[], 'x_document makes one JSON document'
);

select * from finish();
rollback;
