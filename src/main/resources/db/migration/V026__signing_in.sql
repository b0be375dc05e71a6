-- Who may try a password how soon, where staff have signed in before, and what became of it.

-- Wrong passwords are counted by lane: an account from one place, a network over all accounts, an
-- account over all networks nobody here has used. No lane holds what was typed for an address that
-- opens no account: people type passwords there.
create table sign_in_lane (
    lane       text primary key,
    failures   double precision not null,
    counted_at timestamptz not null,
    free_at    timestamptz not null,
    -- the trail says once per wait that somebody was refused
    told       boolean not null default false
);
create index sign_in_lane_by_age on sign_in_lane (counted_at);

-- Nothing a stranger does may shut out a browser its owner has signed in with. Only hashes.
create table staff_browser (
    token_hash   bytea not null,
    account_id   uuid not null references staff_account (id),
    last_used_at timestamptz not null,
    primary key (token_hash, account_id)
);
create index staff_browser_by_age on staff_browser (last_used_at);

create table staff_network (
    network      text primary key,
    last_used_at timestamptz not null
);
create index staff_network_by_age on staff_network (last_used_at);

alter table staff_account drop column failed_attempts, drop column locked_until;

-- An ended session stays a while, so that its browser can be greeted by name.
alter table staff_session
    add column id       uuid not null default gen_random_uuid(),
    add column network  text not null default '',
    add column browser  text not null default '',
    add column ended_at timestamptz,
    add column expiry_told boolean not null default false,
    add constraint staff_session_id_is_unique unique (id);
alter table staff_session alter column id drop default;
update staff_session
   set expires_at = least(expires_at, created_at + interval '12 hours');

-- Where from and with what, for what happens to an account; null for every other row.
alter table audit_entry
    add column network text,
    add column browser text;
create index audit_entry_about_account on audit_entry (entity_id, at desc, id desc)
    where entity = 'staff-account';
create index audit_entry_of_accounts on audit_entry (at desc, id desc)
    where entity = 'staff-account';
