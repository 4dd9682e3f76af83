select a.state::text, b.state::text
from unnest(enum_range(null::{type})) as a (state)
cross join unnest(enum_range(null::{type})) as b (state)
where a.state <> b.state and {function}(a.state, b.state)
order by a.state, b.state
