select current_user,
       current_database(),
       rolsuper or rolcreaterole,
       has_database_privilege(current_database(), 'create')
from pg_roles where rolname = current_user
