-- A dose may say "three times a day", and each of the three is ticked by itself.
alter table program_item_done
    add column time_of_day smallint not null default 1
        constraint program_item_done_time_of_day_counts_from_one check (time_of_day >= 1);
alter table program_item_done alter column time_of_day drop default;
alter table program_item_done drop constraint program_item_done_pkey;
alter table program_item_done
    add primary key (program_id, version_number, exercise_slug, done_on, time_of_day);
