-- Where a visitor came from, under a key that is thrown away each day: enough to count what one
-- stranger holds and books, too little to find him again.
create table network_key (
    day date primary key,
    key bytea not null check (length(key) = 32)
);

alter table appointment
    add column network text check (network ~ '^[0-9a-f]{32}$'),
    -- when this stranger began to keep the time, through all his renewals
    add column held_since timestamptz,
    add constraint appointment_held_since_only_while_held check (held_since is null or status = 'held');

-- Counted with each hold and booking by a stranger.
create index appointment_of_network on appointment (network) where network is not null;
