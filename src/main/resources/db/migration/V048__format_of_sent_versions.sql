-- Which of the program's formats content and screening are in; those sent so far are in the first.
alter table program_version
    add column format smallint not null default 1 check (format >= 1);
alter table program_version
    alter column format drop default;
