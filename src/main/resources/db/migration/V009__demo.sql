-- Says that everybody in this database is made up. Never mixed with real people: the program
-- refuses to start without its demo switch on a database that holds this row.
create table demo_marker (
    only_one  boolean primary key default true check (only_one),
    loaded_at timestamptz not null
);
