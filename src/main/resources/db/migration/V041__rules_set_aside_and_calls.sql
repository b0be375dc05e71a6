-- Which rules of booking staff set aside on purpose, by their codes.
alter table audit_entry
    add column rules text[],
    add constraint audit_entry_rules_are_named
        check (rules <> '{}' and array_position(rules, null) is null and (rules is null or actor = 'staff'));

-- Nobody arrives for a phone or video visit: one that was marked so is booked, as it was before.
update appointment set status = 'booked', version = version + 1
 where status = 'arrived' and mode <> 'in-person';
alter table appointment
    add constraint appointment_arrives_in_person check (status <> 'arrived' or mode = 'in-person');
