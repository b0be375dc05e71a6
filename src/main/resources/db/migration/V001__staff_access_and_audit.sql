-- Who may come in, what they did, and the links patients hold.
create table staff_account (
    id            uuid primary key,
    email         text not null check (email = lower(email)),
    display_name  text not null check (length(display_name) between 1 and 120),
    password_hash text,
    active        boolean not null default true,
    created_at    timestamptz not null,
    version       integer not null default 0,
    constraint staff_account_email_is_unique unique (email)
);

create table staff_role (
    account_id uuid not null references staff_account (id),
    role       text not null check (role in ('front-desk', 'therapist', 'administrator')),
    primary key (account_id, role)
);

-- Server-side, so that signing out or closing an account ends it at once. Only the hash is kept.
create table staff_session (
    token_hash   bytea primary key,
    account_id   uuid not null references staff_account (id),
    created_at   timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at   timestamptz not null
);
create index staff_session_by_account on staff_session (account_id);

create table setup_link (
    token_hash bytea primary key,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz
);

create table patient_link (
    id         uuid primary key,
    token_hash bytea not null,
    kind       text not null check (kind in ('appointment', 'plan', 'review')),
    subject_id uuid not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz,
    constraint patient_link_token_is_unique unique (token_hash)
);
create index patient_link_by_subject on patient_link (kind, subject_id);

create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    actor      text not null check (actor in ('staff', 'patient-link', 'public', 'system')),
    account_id uuid references staff_account (id),
    action     text not null,
    entity     text not null,
    entity_id  uuid,
    patient_id uuid,
    check (actor <> 'staff' or account_id is not null)
);
create index audit_entry_by_patient on audit_entry (patient_id, at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% rows are never changed or removed', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_entry_is_append_only before update or delete on audit_entry
    for each row execute function refuse_change();
