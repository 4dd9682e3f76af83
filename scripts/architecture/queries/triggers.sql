select
  t.tgrelid::regclass::text as relation,
  t.tgfoid::regproc::text as function,
  string_agg(distinct concat_ws(' ',
    case when t.tgtype & 2 = 2 then 'before' else 'after' end,
    concat_ws(' or ',
      case when t.tgtype & 4 = 4 then 'insert' end, case when t.tgtype & 16 = 16 then 'update' end,
      case when t.tgtype & 8 = 8 then 'delete' end, case when t.tgtype & 32 = 32 then 'truncate' end
    )
  ), ' / ') as timing,
  p.prosrc as body
from pg_trigger as t
join pg_class as c on c.oid = t.tgrelid and not c.relispartition
join pg_proc as p on p.oid = t.tgfoid
where not t.tgisinternal and p.pronamespace::regnamespace::text = any (%(schemas)s)
group by t.tgrelid, t.tgfoid, p.prosrc
order by 1, 2
