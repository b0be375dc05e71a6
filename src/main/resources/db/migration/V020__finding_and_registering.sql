-- A misspelt name is looked for among the words of all names, then among the patients who bear it.
create extension if not exists fuzzystrmatch;

-- What is left of a name's word without any one letter, of longer ones without any two: words that
-- are a slip of the pen apart share some. Seven letters tell long words apart well enough; five are
-- what somebody has typed of a longer word so far. A doubled letter is taken for one too.
create function misspellings(word text) returns text[]
    language sql immutable strict parallel safe cost 1000
    return (
        select array_agg(distinct key)
          from (values (left(word, 7)),
                       (case when length(word) > 5 then left(word, 5) end),
                       (left(regexp_replace(word, '(.)\1', '\1', 'g'), 7))) as part (letters),
               lateral (
                   select letters
                   union all
                   select overlay(letters placing '' from i for 1)
                     from generate_series(1, length(letters)) as i
                   union all
                   select overlay(overlay(letters placing '' from j for 1) placing '' from i for 1)
                     from generate_series(1, 6) as i, generate_series(i + 1, length(letters)) as j
                    where length(letters) > 5
               ) as keys (key)
         where key <> '');

-- every word of every name once; it tells nobody apart, so it may outlive a name that was changed
create table name_word (
    word text primary key
);
create index name_word_by_misspelling on name_word using gin (misspellings(word));
create index patient_by_name_word on patient using gin (string_to_array(search_name, ' '));

insert into name_word (word)
select distinct word from patient, unnest(string_to_array(search_name, ' ')) as word where word <> '';

-- in one order, so that two who are written at once do not wait for each other
create function keep_name_words() returns trigger language plpgsql as $$
begin
    insert into name_word (word)
    select distinct word from unnest(string_to_array(new.search_name, ' ')) as word
     where word <> '' and not exists (select from name_word as known where known.word = word.word)
     order by word
    on conflict do nothing;
    return null;
end $$;
create trigger patient_name_words after insert or update of given_name, family_name on patient
    for each row execute function keep_name_words();

-- A registration sent twice with one key registers once.
create table registration_request (
    scope        text not null,
    key          text not null check (length(key) between 1 and 255),
    request_hash bytea not null,
    patient_id   uuid not null references patient (id) on delete cascade,
    created_at   timestamptz not null,
    primary key (scope, key)
);
create index registration_request_by_age on registration_request (created_at);
