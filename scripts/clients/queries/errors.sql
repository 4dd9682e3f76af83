select code, sqlstate, http_status, meaning, hint from core.errors order by sqlstate
