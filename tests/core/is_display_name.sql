-- What people may be shown as a name, in every system.
begin;
select plan(14);

select ok(core.is_display_name(n), format('%s is a name', u))
from (values ('Ann', 'a word'), ('Zoë', 'a word with a letter beyond ASCII'), ('李', 'a single sign'), ('...', 'a row of dots'),
  (U&'\+01F469\200D\+01F680', 'two signs joined by a zero-width joiner')) as v (n, u);
select ok(not core.is_display_name(n), format('%s is no name', u))
from (values ('', 'an empty text'), ('  ', 'a text of blanks'), (e'a\nb', 'a text with a line break'), (U&'a\0085', 'a text with a control character beyond ASCII'),
  (U&'\200B', 'a zero-width space'), (U&'\200B\200D\FEFF\00A0', 'a text of characters that show nothing'),
  (U&'Ann\202E', 'a text that turns what stands around it'), (U&'a\2028b', 'a text with a line separator')) as v (n, u);
select ok(not core.is_display_name(null), 'null is no name');

select * from finish();
rollback;
