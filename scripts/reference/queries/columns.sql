select a.attname as name, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
  case
    when a.attidentity <> '' then 'identity'
    when a.attgenerated <> '' then 'generated: ' || pg_get_expr(d.adbin, d.adrelid)
    else pg_get_expr(d.adbin, d.adrelid)
  end as fallback,
  col_description(a.attrelid, a.attnum) as comment
from pg_attribute as a
left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum
where a.attrelid = %(oid)s::oid and a.attnum > 0 and not a.attisdropped
order by a.attnum
