-- Which kinds of messages there are is said by the features that write them, not here.
alter table outbox_message
    drop constraint outbox_message_kind_is_known,
    add constraint outbox_message_kind_is_a_code check (kind ~ '^[a-z-]{3,40}$');
