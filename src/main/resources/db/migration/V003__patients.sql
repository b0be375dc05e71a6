-- Patients, how they may be reached, and what their therapist must know before choosing an exercise.
create extension if not exists pg_trgm;

create table patient (
    id               uuid primary key,
    given_name       text not null check (length(given_name) between 1 and 80),
    family_name      text not null check (length(family_name) between 1 and 80),
    birth_date       date,
    phone            text,
    email            text,
    zone             text,
    plan_delivery    text not null default 'notice-and-link'
                     check (plan_delivery in ('notice-and-link', 'full-plan', 'print-only')),
    full_plan_warned_at timestamptz,
    review_asks      boolean not null default true,
    note             text check (length(note) <= 4000),
    created_at       timestamptz not null,
    version          integer not null default 0,
    -- each word after one space, without case, accents, hyphens or apostrophes
    search_name      text generated always as (
        ' ' || regexp_replace(regexp_replace(
            normalize(lower(given_name || ' ' || family_name), nfd),
            '[\u0300-\u036F]', '', 'g'), '[^[:alnum:]]+', ' ', 'g')) stored,
    phone_digits     text generated always as (regexp_replace(coalesce(phone, ''), '\D', '', 'g')) stored,
    -- 45 CFR 164.522(b): unencrypted mail of the plan only after she was warned and still prefers it
    constraint full_plan_only_after_its_warning
        check (plan_delivery <> 'full-plan' or full_plan_warned_at is not null),
    constraint phone_is_e164 check (phone ~ '^\+[1-9][0-9]{4,14}$')
);
create index patient_by_name_part on patient using gin (search_name gin_trgm_ops);
create index patient_by_phone_part on patient using gin (phone_digits gin_trgm_ops);
create index patient_by_birth_date on patient (birth_date);
create index patient_by_phone on patient (phone);
create index patient_by_email on patient (lower(email));

create table episode_of_care (
    id         uuid primary key,
    patient_id uuid not null references patient (id),
    stage      text not null check (stage in ('pregnant', 'postpartum', 'neither')),
    due_date   date,
    birth_date date,
    birth_mode text check (birth_mode in ('vaginal', 'caesarean', 'unknown')),
    plurality  smallint not null default 1 check (plurality between 1 and 8),
    reason     text check (length(reason) <= 500),
    opened_on  date not null,
    closed_on  date check (closed_on >= opened_on),
    version    integer not null default 0
);
create unique index episode_of_care_one_open_each on episode_of_care (patient_id) where closed_on is null;

create table episode_condition (
    episode_id uuid not null references episode_of_care (id),
    condition  text not null,
    noted_on   date not null,
    primary key (episode_id, condition)
);

create table screening_result (
    id         uuid primary key,
    episode_id uuid not null references episode_of_care (id),
    form       text not null check (form in ('gaq-p', 'gaq-pp')),
    outcome    text not null check (outcome in ('clear', 'concerns')),
    taken_on   date not null
);
create index screening_result_by_episode on screening_result (episode_id, taken_on desc, id desc);
