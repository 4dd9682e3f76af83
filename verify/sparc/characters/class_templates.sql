-- Verify gamekeeper:sparc/characters/class_templates on pg
begin;
do $$
begin
  perform
    class, description, might, grace, wit, heart, max_hit_points, equipment, special_ability
  from sparc.class_templates
  where false;
  if not (select relrowsecurity from pg_class where oid = 'sparc.class_templates'::regclass) then
    raise exception 'sparc.class_templates has no row level security';
  end if;
  if not has_table_privilege('anon', 'sparc.class_templates', 'select')
    or has_table_privilege('anon', 'sparc.class_templates', 'insert, update, delete') then
    raise exception 'anon has the wrong privileges on sparc.class_templates';
  end if;
  if not has_table_privilege('authenticated', 'sparc.class_templates', 'select')
    or has_table_privilege('authenticated', 'sparc.class_templates', 'insert, update, delete') then
    raise exception 'authenticated has the wrong privileges on sparc.class_templates';
  end if;
  if not has_table_privilege('service_role', 'sparc.class_templates', 'select')
    or has_table_privilege('service_role', 'sparc.class_templates', 'insert, update, delete') then
    raise exception 'service_role has the wrong privileges on sparc.class_templates';
  end if;
  if (select count(*) from pg_policy where polrelid = 'sparc.class_templates'::regclass and polname in ('Class templates readable')) <> 1 then
    raise exception 'sparc.class_templates lacks a policy';
  end if;
  if (select count(*) from sparc.class_templates) <> cardinality(enum_range(null::sparc.character_class)) then
    raise exception 'a class has no template';
  end if;
end
$$;
rollback;
