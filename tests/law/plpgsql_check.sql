-- plpgsql_check finds nothing: errors, warnings, security, performance. It cannot see into the strings of
-- EXECUTE, so a function with dynamic SQL may be VOLATILE although it looks stable to it.
begin;
select plan(2);

select cmp_ok((select count(*) from test.checkable), '>', 0::bigint, 'there are functions to look at');
select is(
  array(
    select format('%s line %s: %s %s', f.name, c.lineno, c.message, c.detail)
    from test.checkable as f
    cross join lateral plpgsql_check_function_tb(
      f.oid, f.relation, oldtable => f.tgoldtable, newtable => f.tgnewtable,
      other_warnings => true, extra_warnings => true, performance_warnings => true, security_warnings => true
    ) as c
    where c.detail is distinct from 'attention: cannot to determine volatility of used dynamic SQL'
    order by 1
  ),
  '{}'::text[], 'plpgsql_check finds no fault in any function'
);

select * from finish();
rollback;
