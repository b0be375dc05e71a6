-- One row says who was shown at once: the patients, and the bookings that no chart is linked to yet.
-- The route is the program's own name of the page or call, never an address with ids in it.
alter table audit_entry
    add column route text,
    add column patients uuid[],
    add column appointments uuid[],
    add constraint audit_entry_shows_somebody
        check (patients <> '{}' and appointments <> '{}');

-- who saw this patient?
create index audit_entry_by_shown_patient on audit_entry using gin (patients)
    where patients is not null;
create index audit_entry_by_shown_appointment on audit_entry using gin (appointments)
    where appointments is not null;
-- a booking's rows from before it had a chart
create index audit_entry_by_entity_without_patient on audit_entry (entity_id, at desc)
    where patient_id is null and entity_id is not null;
-- whom did this member of staff see, and did the board show her the same just now?
create index audit_entry_by_account on audit_entry (account_id, at desc)
    where account_id is not null;
