-- Appointments: who holds which time. Held, requested and booked live in one table under one guard.
create extension if not exists btree_gist;

create table appointment (
    id                 uuid primary key,
    practitioner_id    uuid not null references practitioner (id),
    service_id         uuid not null references service (id),
    patient_id         uuid references patient (id),
    status             text not null check (status in ('held', 'requested', 'booked', 'arrived',
                                                       'in-progress', 'completed', 'cancelled', 'no-show')),
    starts             timestamptz not null,
    ends               timestamptz not null,
    -- with the service's buffers around it
    busy_starts        timestamptz not null,
    busy_ends          timestamptz not null,
    busy               tstzrange generated always as (tstzrange(busy_starts, busy_ends, '[)')) stored,
    mode               text not null check (mode in ('phone', 'video', 'in-person')),
    -- staff booked over somebody else's time on purpose
    overlap_allowed    boolean not null default false,
    overlap_allowed_by uuid references staff_account (id),
    hold_expires_at    timestamptz,
    contact_name       text check (length(contact_name) between 1 and 120),
    contact_phone      text check (contact_phone ~ '^\+[1-9][0-9]{4,14}$'),
    contact_email      text check (length(contact_email) <= 254 and contact_email !~ '[[:cntrl:][:space:]]'),
    person_zone        text check (length(person_zone) <= 64),
    stage              text check (stage in ('pregnant', 'postpartum', 'neither')),
    weeks              smallint check (weeks between 0 and 520),
    reason             text check (length(reason) <= 1000),
    note               text check (length(note) <= 4000),
    booked_via         text not null check (booked_via in ('public', 'staff', 'api')),
    created_at         timestamptz not null,
    updated_at         timestamptz not null,
    cancelled_at       timestamptz,
    cancelled_by       text check (cancelled_by in ('patient', 'clinic')),
    version            integer not null default 0,
    -- at most a day, so that what touches a window can be found by its start
    constraint appointment_times_are_in_order check (
        busy_starts <= starts and starts < ends and ends <= busy_ends
        and busy_ends <= busy_starts + interval '24 hours'),
    constraint appointment_held_exactly_while_it_expires check ((status = 'held') = (hold_expires_at is not null)),
    constraint appointment_is_somebodys check (status = 'held' or patient_id is not null or contact_name is not null),
    constraint appointment_overlap_is_somebodys_doing check (overlap_allowed = (overlap_allowed_by is not null)),
    constraint appointment_cancelled_by_somebody check (
        (status = 'cancelled') = (cancelled_at is not null) and (cancelled_at is null) = (cancelled_by is null)),
    constraint appointment_weeks_have_a_stage check (weeks is null or stage in ('pregnant', 'postpartum')),
    constraint practitioner_has_one_visit_at_a_time exclude using gist (practitioner_id with =, busy with &&)
        where (status not in ('cancelled', 'no-show') and not overlap_allowed),
    -- her own time carries no buffers, and nobody can be in two visits, whatever staff allow
    constraint patient_has_one_visit_at_a_time
        exclude using gist (patient_id with =, tstzrange(starts, ends, '[)') with &&)
        where (patient_id is not null and status not in ('cancelled', 'no-show'))
);

-- Free time is reckoned from this index alone; the guard's own index is slower to read.
create index appointment_busy_times on appointment (practitioner_id, busy_starts)
    include (busy_ends, hold_expires_at, id) where status not in ('cancelled', 'no-show');
create index appointment_board on appointment (starts, id);
create index appointment_by_patient on appointment (patient_id, starts) where patient_id is not null;
create index appointment_without_chart on appointment (starts)
    where patient_id is null and status not in ('held', 'cancelled');

-- A request sent twice with one key books once.
create table booking_request (
    scope          text not null check (length(scope) <= 64),
    key            text not null check (length(key) between 1 and 255),
    request_hash   bytea not null,
    appointment_id uuid references appointment (id),
    created_at     timestamptz not null,
    primary key (scope, key)
);
