-- Rows of core that a running installation has: a setting that an operator changed, with its audit entries.
insert into core.settings (name, value, meaning) values ('core.sample', '1', 'A setting of the migration test.');
select core.set_setting('core.sample', '2');
