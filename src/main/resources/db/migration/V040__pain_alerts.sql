-- From which pain a patient is told to stop and call, and her therapist gets an alert; until the clinic has set its own
-- there is no row.
create table pain_limits (
    id      smallint primary key default 1 constraint pain_limits_only_one check (id = 1),
    high    integer not null constraint pain_high_in_range check (high between 1 and 10),
    rise    integer not null constraint pain_rise_in_range check (rise between 1 and 10),
    version integer not null default 0
);

-- Pain that a therapist must look at: one open row a program, until somebody marks it as handled. Rows are kept.
create table pain_alert (
    id           uuid primary key,
    program_id   uuid not null references program (id),
    told_at      timestamptz not null,
    -- what she told before that, null when it was her first
    before       smallint check (before between 0 and 10),
    -- the most she told while it was open
    worst        smallint not null check (worst between 0 and 10),
    latest       smallint not null check (latest between 0 and 10),
    latest_on    date not null,
    latest_at    timestamptz not null,
    -- whether her latest number is itself one to stop for: a lowered one is not, and the alert stays
    stands       boolean not null,
    -- counts what she told while it was open; whoever handles an older one has not seen all
    revision     integer not null default 0,
    handled_by   uuid references staff_account (id),
    handled_at   timestamptz,
    handled_note text check (length(handled_note) <= 300),
    constraint pain_alert_handling_is_whole check ((handled_by is null) = (handled_at is null)),
    constraint pain_alert_note_is_of_a_handling check (handled_note is null or handled_at is not null)
);
create unique index pain_alert_one_open on pain_alert (program_id) where handled_at is null;
create index pain_alert_by_program on pain_alert (program_id, told_at);
