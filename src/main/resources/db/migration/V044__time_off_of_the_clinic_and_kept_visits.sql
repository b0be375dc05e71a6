-- Time off without a practitioner is the whole clinic's.
alter table time_off alter column practitioner_id drop not null;
alter table time_off add column version integer not null default 0;
create index time_off_of_the_clinic on time_off (ends) where practitioner_id is null;

-- A visit that no longer fits is work for the desk until it is moved, cancelled or over, or until
-- somebody decides that it stays: one row for each thing it collides with. A part of the time is
-- named where there is one, so that the decision holds for no more than was looked at.
create table kept_visit (
    id             uuid primary key,
    appointment_id uuid not null references appointment (id) on delete cascade,
    cause          text not null check (cause in ('time-off', 'outside-hours', 'practitioner-left',
                                                  'service-not-given', 'service-withdrawn')),
    time_off_id    uuid references time_off (id) on delete cascade,
    starts         timestamptz,
    ends           timestamptz,
    kept_at        timestamptz not null,
    kept_by        uuid not null references staff_account (id),
    constraint kept_visit_names_its_time_off check ((cause = 'time-off') = (time_off_id is not null)),
    constraint kept_visit_names_its_part check (
        (starts is null) = (ends is null) and (starts is null or starts < ends)
        and (cause in ('time-off', 'outside-hours')) = (starts is not null))
);
create index kept_visit_by_appointment on kept_visit (appointment_id);
create index kept_visit_by_time_off on kept_visit (time_off_id) where time_off_id is not null;
