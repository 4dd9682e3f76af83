-- Revert gamekeeper:sparc/characters/class_templates from pg
begin;
set local role gamekeeper;
drop table sparc.class_templates;
commit;
