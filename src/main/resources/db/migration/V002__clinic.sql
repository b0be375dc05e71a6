-- The clinic, who works there, what is offered, and when.
create table clinic (
    id          smallint primary key default 1 check (id = 1),
    name        text not null check (length(name) between 1 and 120),
    short_name  text not null check (length(short_name) between 1 and 40),
    sender_name text not null,
    phone       text not null,
    email       text,
    address     text,
    zone        text not null,
    about       text,
    version     integer not null default 0
);

create table practitioner (
    id           uuid primary key,
    account_id   uuid unique references staff_account (id),
    display_name text not null check (length(display_name) between 1 and 120),
    credentials  text,
    profile      text,
    active       boolean not null default true,
    sort_order   integer not null default 0,
    version      integer not null default 0
);

create table service (
    id              uuid primary key,
    slug            text not null unique check (slug ~ '^[a-z0-9-]{1,60}$'),
    name            text not null check (length(name) between 1 and 120),
    length_min      integer not null check (length_min between 5 and 480),
    buffer_before_min integer not null default 0 check (buffer_before_min between 0 and 120),
    buffer_after_min  integer not null default 0 check (buffer_after_min between 0 and 120),
    min_notice_min  integer not null default 0 check (min_notice_min >= 0),
    horizon_days    integer not null default 60 check (horizon_days between 1 and 366),
    step_min        integer not null default 15 check (step_min between 5 and 240),
    mode            text not null check (mode in ('phone', 'video', 'in-person')),
    public_bookable boolean not null default false,
    active          boolean not null default true,
    sort_order      integer not null default 0,
    version         integer not null default 0
);

create table practitioner_service (
    practitioner_id uuid not null references practitioner (id),
    service_id      uuid not null references service (id),
    primary key (practitioner_id, service_id)
);

-- Local wall-clock rules in the clinic's zone; an end of 00:00 is the end of the day.
create table weekly_hours (
    id              uuid primary key,
    practitioner_id uuid not null references practitioner (id),
    day_of_week     smallint not null check (day_of_week between 1 and 7),
    starts          time not null,
    ends            time not null,
    check (starts < ends or ends = '00:00')
);
create index weekly_hours_by_practitioner on weekly_hours (practitioner_id);

-- Replaces the weekly hours of its date; no times mean closed.
create table hours_exception (
    id              uuid primary key,
    practitioner_id uuid not null references practitioner (id),
    on_date         date not null,
    starts          time,
    ends            time,
    check ((starts is null) = (ends is null)),
    check (starts < ends or ends = '00:00')
);
create index hours_exception_by_practitioner on hours_exception (practitioner_id, on_date);

create table time_off (
    id              uuid primary key,
    practitioner_id uuid not null references practitioner (id),
    starts          timestamptz not null,
    ends            timestamptz not null,
    reason          text,
    check (starts < ends)
);
create index time_off_by_practitioner on time_off (practitioner_id, ends);
