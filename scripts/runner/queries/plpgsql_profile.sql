-- The counters of all plpgsql code but the tests' own and that of extensions, which exist for what ran.
with ours as (
  select p.oid, n.nspname, p.oid::regprocedure::text as signature
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace
  join pg_language l on l.oid = p.prolang
  where l.lanname = 'plpgsql'
    and n.nspname not in ('test', 'public', 'information_schema')
    and n.nspname !~ '^pg_'
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e'
    )
)
select nspname, signature, stmtid, parent_stmtid, parent_note, block_num, lineno, stmtname,
       exec_stmts
from ours, plpgsql_profiler_function_statements_tb(ours.oid::regprocedure)
where %(all)s or ours.oid in (select funcoid from plpgsql_profiler_functions_all())
