-- Home exercise programs: the draft a therapist works on, the versions her patient was sent, and how it goes.
create table program (
    id              uuid primary key,
    patient_id      uuid not null references patient (id),
    episode_id      uuid references episode_of_care (id),
    appointment_id  uuid references appointment (id),
    title           text not null check (length(title) between 1 and 120),
    note            text check (length(note) <= 2000),
    status          text not null check (status in ('draft', 'active')),
    draft_open      boolean not null,
    current_version integer check (current_version >= 1),
    -- counts the edits of the draft; an edit of an older revision is refused
    revision        integer not null default 1,
    created_at      timestamptz not null,
    created_by      uuid not null references staff_account (id),
    updated_at      timestamptz not null,
    constraint program_is_active_once_sent check ((status = 'active') = (current_version is not null)),
    constraint program_never_sent_has_a_draft check (status = 'active' or draft_open)
);
create index program_by_patient on program (patient_id, updated_at desc);

create table program_item (
    id               uuid primary key,
    program_id       uuid not null references program (id),
    position         integer not null check (position >= 0),
    exercise_slug    text not null,
    sets             integer check (sets between 1 and 10),
    reps             integer check (reps between 1 and 100),
    hold_seconds     integer check (hold_seconds between 0 and 300),
    rest_seconds     integer check (rest_seconds between 0 and 600),
    duration_minutes integer check (duration_minutes between 1 and 600),
    times_per_day    integer check (times_per_day between 1 and 24),
    days_per_week    integer check (days_per_week between 1 and 7),
    side             text check (side in ('left', 'right')),
    per_side         boolean not null,
    resistance       text check (length(resistance) <= 100),
    dose_note        text check (length(dose_note) <= 200),
    note             text check (length(note) <= 500),
    constraint program_item_once_each unique (program_id, exercise_slug),
    constraint program_item_position_is_unique unique (program_id, position) deferrable initially deferred
);

-- What the therapist answered to a verdict on the draft; a null item answers the plan.
create table program_answer (
    id             uuid primary key,
    program_id     uuid not null references program (id),
    rule_id        text not null,
    rule_version   integer not null,
    exercise_slug  text,
    kind           text not null check (kind in ('acknowledge', 'override')),
    reason         text check (length(reason) <= 1000),
    clearance_note text check (length(clearance_note) <= 200),
    clearance_date date,
    answered_by    uuid not null references staff_account (id),
    answered_at    timestamptz not null,
    constraint program_answer_once_each unique nulls not distinct (program_id, rule_id, exercise_slug),
    constraint program_answer_override_has_a_reason check (kind <> 'override' or length(reason) >= 10),
    constraint program_answer_clearance_is_whole check ((clearance_note is null) = (clearance_date is null))
);

-- One line for each edit, so that whoever edited an older revision learns what changed since.
create table program_change (
    program_id uuid not null references program (id),
    revision   integer not null,
    what       text not null,
    changed_by uuid not null references staff_account (id),
    changed_at timestamptz not null,
    primary key (program_id, revision)
);

-- What a patient was sent: complete texts, so that later changes of the catalog cannot alter it.
create table program_version (
    program_id uuid not null references program (id),
    number     integer not null check (number >= 1),
    sent_at    timestamptz not null,
    sent_by    uuid not null references staff_account (id),
    delivery   text not null check (delivery in ('notice-and-link', 'full-plan', 'print-only')),
    content    jsonb not null,
    -- the date and week it was screened for, each verdict with its rule's version, and the answer to it
    screening  jsonb not null,
    -- of content::text followed by screening::text
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    constraint program_version_number_is_unique primary key (program_id, number)
);
create trigger program_version_is_immutable before update or delete on program_version
    for each row execute function refuse_change();
create trigger program_version_is_kept before truncate on program_version
    for each statement execute function refuse_change();

create table program_item_done (
    program_id     uuid not null,
    version_number integer not null,
    exercise_slug  text not null,
    done_on        date not null,
    done_at        timestamptz not null,
    primary key (program_id, version_number, exercise_slug, done_on),
    foreign key (program_id, version_number) references program_version (program_id, number)
);

create table pain_entry (
    program_id uuid not null references program (id),
    felt_on    date not null,
    score      smallint not null check (score between 0 and 10),
    told_at    timestamptz not null,
    primary key (program_id, felt_on)
);
