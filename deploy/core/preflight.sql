-- Deploy gamekeeper:core/preflight to pg
begin;
set local search_path = pg_temp;
-- Looks before anything is made, and lists everything that stands in the way at once. scripts/gamekeeper bundle writes the
-- schemas of its own parts into the first line of the block.
do $$
declare
  _schemas constant text[] := array['core', 'slots', 'cards', 'xp', 'sparc'];
  _me constant text := quote_ident(current_user);
  _database constant text := quote_ident(current_database());
  _version constant integer := current_setting('server_version_num');
  _may_do_all boolean;
  _may_make_roles boolean;
  _obstacles text[] := array[]::text[];
  _missing text;
begin
  select r.rolsuper, r.rolsuper or r.rolcreaterole into _may_do_all, _may_make_roles from pg_roles as r where r.rolname = current_user;

  if _version < 150000 then
    _obstacles := _obstacles || format('The server is PostgreSQL %s: use 15 or newer.', current_setting('server_version'));
  end if;

  select string_agg(n.nspname, ', ' order by n.nspname) into _missing from pg_namespace as n where n.nspname = any (_schemas);
  if _missing is not null then
    _obstacles := _obstacles || format(
      'These schemas exist already: %s. Rename them or use another database; where Gamekeeper made them, it is installed, and only what is new is deployed.',
      _missing
    );
  end if;

  select string_agg(r.role, ', ' order by r.role) into _missing
  from unnest(array['gamekeeper', 'anon', 'authenticated', 'service_role', 'gamekeeper_monitor']) as r (role)
  where to_regrole(r.role) is null;
  if _missing is not null and not _may_make_roles then
    _obstacles := _obstacles || format(
      'The roles %s are missing, and %s may not make them: as a superuser, alter role %s createrole.', _missing, _me, _me
    );
  end if;
  if to_regrole('gamekeeper') is not null and not pg_has_role('gamekeeper', 'usage') and (
    not _may_make_roles
    or _version >= 160000 and not _may_do_all and not pg_has_role('gamekeeper', 'member with admin option')
  ) then
    _obstacles := _obstacles || format(
      'The role gamekeeper exists, and %s is no member of it: as who made it or as a superuser, grant gamekeeper to %s.', _me, _me
    );
  end if;
  if not has_database_privilege(current_database(), 'create') then
    _obstacles := _obstacles || format(
      '%s may not make schemas in %s: as its owner, grant create on database %s to %s.', _me, _database, _database, _me
    );
  end if;

  if to_regnamespace('auth') is not null then
    if not has_schema_privilege('auth', 'usage') then
      _obstacles := _obstacles || format('%s may not use the schema auth: as its owner, grant usage on schema auth to %s.', _me, _me);
    else
      select string_agg(w.thing, ', ' order by w.thing) into _missing
      from (
        select format('auth.users.%s of type %s', c.name, c.type) as thing
        from (values ('id', 'uuid'), ('email', 'text'), ('raw_user_meta_data', 'jsonb')) as c (name, type)
        where not exists (
          select
          from pg_attribute as a
          where a.attrelid = to_regclass('auth.users')
            and a.attname = c.name
            and not a.attisdropped
            and (a.atttypid = c.type::regtype or c.type = 'text' and a.atttypid = 'varchar'::regtype)
        )
        union all
        select 'a primary key of auth.users on id'
        where not exists (
          select
          from pg_index as i
          join pg_attribute as a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
          where i.indrelid = to_regclass('auth.users') and i.indisprimary and i.indnkeyatts = 1 and a.attname = 'id'
        )
        union all
        select format('auth.%s() returning %s', f.name, f.type)
        from (values ('uid', 'uuid'), ('jwt', 'jsonb'), ('role', 'text')) as f (name, type)
        where not exists (
          select
          from pg_proc as p
          where p.oid = to_regprocedure(format('auth.%s()', f.name)) and p.prorettype = f.type::regtype
        )
      ) as w;
      if _missing is not null then
        _obstacles := _obstacles || format(
          'The schema auth exists and is not of Supabase''s shape: it lacks %s. Rename it, then one is made, or add what is missing.', _missing
        );
      elsif not has_table_privilege('auth.users', 'references') or not has_table_privilege('auth.users', 'trigger') then
        _obstacles := _obstacles || format(
          '%s may not refer to auth.users and make triggers on it: as its owner, grant references, trigger on auth.users to %s.', _me, _me
        );
      end if;
    end if;
  end if;

  if exists (select from pg_namespace as n where n.nspname = 'public' and has_schema_privilege('public', n.oid, 'create')) then
    raise warning 'Everybody may make objects in the schema public. Gamekeeper pins its search path, but other programs rarely do: revoke create on schema public from public.';
  end if;
  begin
    perform now() at time zone 'US/Pacific';
  exception when invalid_parameter_value then
    raise warning 'The server does not know old names of time zones, such as US/Pacific, which phones still send: install the package tzdata-legacy.';
  end;

  if _obstacles <> array[]::text[] then
    raise exception using
      message = format(E'Gamekeeper can''t be deployed here yet; nothing was made.\n- %s', array_to_string(_obstacles, E'\n- ')),
      hint = 'Remove what the message lists, then deploy again.';
  end if;
end
$$;
commit;
