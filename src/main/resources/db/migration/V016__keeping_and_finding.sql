-- What is past its keeping time is looked for by age.
create index booking_request_by_age on booking_request (created_at);
create index patient_link_by_end on patient_link (expires_at);
-- a link that somebody used stays for as long as the trail names it
create index audit_entry_by_link on audit_entry (link_id) where link_id is not null;

-- A search shows identities to whoever asks: one row says how many, never who or what was typed.
alter table audit_entry add column found integer
    constraint audit_entry_found_is_a_count check (found >= 1);
