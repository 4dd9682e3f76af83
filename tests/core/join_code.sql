-- Codes that people read to each other.
begin;
select plan(4);

create temporary table codes as select core.join_code() as code from generate_series(1, 2000);
select is(count(*) filter (where code !~ '^[23456789ABCDEFGHJKMNPQRSTUVWXYZ]{6}$'), 0::bigint, 'codes have 6 characters, none that can be confused') from codes;
select cmp_ok(count(distinct code), '>=', 1999::bigint, 'codes hardly ever repeat') from codes;
select is(count(distinct c), 31::bigint, 'every character of the alphabet is used') from codes, regexp_split_to_table(code, '') as c;
-- 12000 characters over 31: chi-square with 30 degrees of freedom passes 70.0 once in 50 000 runs
select cmp_ok(sum((n - 12000.0 / 31) ^ 2 / (12000.0 / 31)), '<', 70.0, 'each character is equally likely')
from (select count(*) as n from codes, regexp_split_to_table(code, '') as c group by c) as counts;

select * from finish();
rollback;
