select current_user,
       (select rolsuper from pg_roles where rolname = current_user),
       array(
         select name from unnest(%s::text[]) as name
         except select name from pg_available_extensions
       ),
       current_setting('server_version_num')::integer / 10000
