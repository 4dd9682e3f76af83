-- Every function is closed, pinned and explained, in every system.
-- The pinned path is pg_temp, which means pg_catalog, then pg_temp. An empty path would mean pg_temp, then
-- pg_catalog, for the names of types: a caller's pg_temp.text with a check would run the caller's function as the owner.
begin;
select plan(16);

select cmp_ok((select count(*) from test.functions), '>', 0::bigint, 'there are functions to look at');
select is(array(select name from test.functions where prosecdef and (proconfig is null or not ('search_path=pg_temp' = any (proconfig))) order by 1), '{}'::text[], 'every SECURITY DEFINER function looks types up in pg_catalog first, in pg_temp last');
select is(array(select f.name
  from test.functions as f, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) as a
  where a.grantee = 0 order by 1), '{}'::text[], 'PUBLIC may execute no function');
-- A function that only ours can call runs under the path of the one that a client called: setting it again would
-- cost a microsecond each time.
select is(
  array(
    select f.name from test.functions as f
    where f.lanname = 'plpgsql'
      -- a procedure that commits can have no setting; it runs as its caller and qualifies every name
      and f.name not in ('cards.run_turns(integer)', 'core.maintain()', 'slots.reseed_all(text)', 'sparc.reseed_all(text)', 'xp.rebuild_books()', 'xp.rebuild_boards()', 'cards.rebuild_statistics()')
      and (
        f.prosecdef or f.prorettype in ('trigger'::regtype, 'event_trigger'::regtype)
        or exists (select from unnest('{anon, authenticated, service_role}'::text[]) as r where has_function_privilege(r, f.oid, 'execute'))
      ) is distinct from coalesce('search_path=pg_temp' = any (f.proconfig), false)
    order by 1
  ),
  '{}'::text[], 'a plpgsql function looks types up in pg_catalog first if clients can reach it, and else as who called it'
);
select is(
  array(
    select f.name from test.functions as f
    where f.prokind = 'p' and (
      f.prosecdef
      or f.prosrc !~ '^\s*(declare\s+(_\w+ (record|pg_catalog\.\w+)( := [^;]+)?;\s+)*)?begin\M'
      or f.prosrc ~ '\m(from|join|perform|call|into|update) (?!_|(core|slots|cards|xp|sparc|pg_catalog)\.)'
    )
    order by 1
  ),
  '{}'::text[], 'a procedure runs as its caller, and qualifies every name'
);
select is(array(select name from test.functions where lanname = 'sql' and prosqlbody is null and (proconfig is null or not ('search_path=pg_temp' = any (proconfig))) order by 1), '{}'::text[], 'every SQL function is bound at its creation or looks names up in pg_catalog first');
select is(
  array(
    select name from test.functions
    where pg_get_functiondef(oid) ~* 'at time zone ''[^0]' and prokind <> 'a'
    order by 1
  ),
  '{}'::text[], 'no function names a time zone: what a name means is the session''s choice'
);
select is(array(select name from test.functions where obj_description(oid, 'pg_proc') is null order by 1), '{}'::text[], 'every function has a comment');
select is(array(select f.name || ': ' || e.code
  from test.functions as f
  cross join lateral regexp_matches(f.prosrc, $re$core\.raise\(\s*'([A-Z0-9_]+)'$re$, 'g') as m
  cross join lateral (select m[1] as code) as e
  where f.name not like 'core.raise(%' and obj_description(f.oid, 'pg_proc') !~ ('Raises:[^.]*\m' || e.code || '\M')
  order by 1), '{}'::text[], 'every error that a function raises stands in its comment');
select is(array(select f.name || ': ' || e.code
  from test.functions as f
  cross join lateral regexp_matches(f.prosrc, $re$core\.raise\(\s*'([A-Z0-9_]+)'$re$, 'g') as m
  cross join lateral (select m[1] as code) as e
  where f.name not like 'core.raise(%' and not exists (select from core.errors as c where c.code = e.code)
  order by 1), '{}'::text[], 'every error that a function raises stands in the catalog');
select is(array(select f.name || ': ' || c.code
  from test.functions as f
  cross join lateral regexp_matches(obj_description(f.oid, 'pg_proc'), 'Raises:([^.]*)', 'g') as m
  cross join lateral regexp_split_to_table(m[1], '[^A-Z0-9_]+') as c (code)
  where c.code ~ '^[A-Z][A-Z_]{3,}$' and c.code !~ '^[0-9A-Z]{5}$' and not exists (select from core.errors as e where e.code = c.code)
  order by 1), '{}'::text[], 'every error that a comment names stands in the catalog');
select is(array(select f.name
  from test.functions as f
  where f.provolatile = 'i' and f.prosrc ~* '\m(now|clock_timestamp|current_setting|random|statement_timestamp|current_timestamp)\M'
  order by 1), '{}'::text[], 'no immutable function reads the clock, a setting or chance');
select is(array(select f.schema || '.' || f.proname
  from test.functions as f
  where f.proacl::text ~ '(anon|authenticated)=X'
  group by 1, f.schema, f.proname
  having count(*) > 1 and f.schema || '.' || f.proname <> 'cards.legal_moves'
  order by 1), '{}'::text[], 'no function that clients call is overloaded');
select is(array(select f.name || ' calls ' || g.name || ' as ' || r.role
  from test.functions as f
  join test.functions as g on g.schema = f.schema and g.oid <> f.oid
  cross join (values ('anon'), ('authenticated'), ('service_role')) as r (role)
  where not f.prosecdef
    and f.prorettype <> 'trigger'::regtype
    and has_function_privilege(r.role, f.oid, 'execute')
    and not has_function_privilege(r.role, g.oid, 'execute')
    and (f.prosrc || coalesce(pg_get_function_sqlbody(f.oid), '')) ~ ('\m' || g.schema || '\.' || g.proname || '\(')
  order by 1), '{}'::text[], 'a function that runs as its caller calls nothing that the caller may not');
select is(array(select c.oid::regclass::text
  from pg_class as c, aclexplode(c.relacl) as a
  where c.relkind = 'm' and c.relowner = (select oid from pg_roles where rolname = 'gamekeeper') and a.grantee <> c.relowner
  order by 1), '{}'::text[], 'no materialized view is granted to anybody');
-- Each batch is planned anew, and a plan that looks dear beside a long history is compiled: at 20 million ledger entries seven
-- eighths of a reconciliation went into that.
select is(array(select f.name
  from test.functions as f
  where f.prokind = 'f'
    and (f.proname ~ '^(reconcile|rebuild|recount|refresh)(_|$)' or f.proname = 'run_task')
    and coalesce(obj_description(f.oid, 'pg_proc'), '') !~ '\[helper\]'
    and f.prorettype <> 'trigger'::regtype
    and not ('jit=off' = any (coalesce(f.proconfig, '{}')))
  order by 1), '{}'::text[], 'what goes through the books in batches, and what upkeep runs, compiles no plan');

select * from finish();
rollback;
