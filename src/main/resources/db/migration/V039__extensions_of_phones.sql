-- A number may have an extension, as in RFC 3966; those of one line are counted as one number.
alter table appointment
    drop constraint appointment_contact_phone_check,
    add constraint appointment_contact_phone_check
        check (contact_phone ~ '^\+[1-9][0-9]{4,14}(;ext=[0-9]{1,7})?$');
drop index appointment_by_phone;
create index appointment_by_phone on appointment (split_part(contact_phone, ';', 1), starts)
    where patient_id is null and status not in ('held', 'cancelled');
