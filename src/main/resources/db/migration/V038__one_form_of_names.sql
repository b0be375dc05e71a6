-- One form of every name, for the caller search and for the check for duplicates alike. What is
-- stored is brought into it here, what is typed by NameForm; a test compares the two.

-- The letters without case, accents and ligatures; every apostrophe becomes the plain one.
create function name_letters(name text) returns text
    language sql immutable strict parallel safe
    return normalize(
        replace(replace(replace(replace(
            translate(
                lower(regexp_replace(
                    normalize(
                        regexp_replace(
                            regexp_replace(
                                name, '[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]', '', 'g'),
                            '[`\u00B4\u02B9-\u02BF\u02C8\u02CA\u02CB\u2018-\u201B\u2032\u2035\u055A\u05F3\uA78B\uA78C]',
                            '''', 'g'),
                        nfkd),
                    '[\u0300-\u036F\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u065F\u0670]',
                    '', 'g')),
                'ØøŁłĐđÐðĦħŦŧıŊŋςƏəÆŒÞẞʼ', 'oollddddhhttinnσeeæœþß'''),
            'ß', 'ss'), 'æ', 'ae'), 'œ', 'oe'), 'þ', 'th'),
        nfc);

-- the words between spaces, hyphens, apostrophes and the like
create function name_parts(name text) returns text[]
    language sql immutable strict parallel safe
    return array_remove(regexp_split_to_array(name_letters(name),
        '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00BF\u00D7\u00F7\u058A\u05BE\u2000-\u206F\u2E00-\u2E7F\u3000-\u3004\u3008-\u3020\u3030\u30A0\u30FB]+'), '');

create function name_joined(name text) returns text
    language sql immutable strict parallel safe
    return array_to_string(name_parts(name), '');

-- for telling how alike two names are
create function name_plain(given text, family text) returns text
    language sql immutable strict parallel safe
    return ' ' || array_to_string(
        name_parts(replace(name_letters(given || ' ' || family), '''', '')), ' ');

-- the words, and Mary Ann or O'Brien as one word too
create function name_words(given text, family text) returns text[]
    language sql immutable strict parallel safe
    return name_parts(given) || name_parts(family)
        || case when cardinality(name_parts(given)) > 1 then array[name_joined(given)] else '{}' end
        || case when cardinality(name_parts(family)) > 1 then array[name_joined(family)] else '{}' end;

-- The whole name as one word, beginning with each of its words and going round: however many of
-- them somebody writes as one, and in whichever order, some of these begin so.
create function name_rounds(name text) returns text[]
    language sql immutable strict parallel safe
    return (
        select coalesce(array_agg(array_to_string(parts[i:] || parts[:i - 1], '') order by i), '{}')
          from (select name_parts(name) as parts) as cut,
               lateral generate_series(1, least(cardinality(parts), 12)) as i
         where cardinality(parts) > 1);

create function name_search(given text, family text, former text[]) returns text
    language sql immutable strict parallel safe
    return ' ' || array_to_string(
        name_words(given, family) || name_rounds(given || ' ' || family)
            || (select coalesce(array_agg(word), '{}')
                  from unnest(former) as name, unnest(name_parts(name) || name_rounds(name)) as word),
        ' ');

create function phone_search(phone text, former text[]) returns text
    language sql immutable parallel safe
    return regexp_replace(regexp_replace(
        array_to_string(former || phone, ' '), ';ext=[0-9]*', '', 'g'), '[^0-9 ]', '', 'g');

create function email_search(email text, former text[]) returns text
    language sql immutable parallel safe
    return ' ' || lower(array_to_string(array[email] || former, ' '));

drop trigger patient_name_words on patient;
drop index patient_by_phone, patient_by_email;

-- who has one name only has it as her given name; what she was called and reached by is found too
alter table patient
    drop column search_name,
    drop column phone_digits,
    drop constraint patient_family_name_check,
    add constraint patient_family_name_check check (length(family_name) <= 80),
    drop constraint phone_is_e164,
    add constraint phone_is_e164 check (phone ~ '^\+[1-9][0-9]{4,14}(;ext=[0-9]{1,7})?$'),
    add column former_names text[] not null default '{}',
    add column former_phones text[] not null default '{}',
    add column former_emails text[] not null default '{}';
alter table patient
    add column plain_name text generated always as (name_plain(given_name, family_name)) stored,
    add column search_name text generated always as
        (name_search(given_name, family_name, former_names)) stored,
    add column phone_digits text generated always as (phone_search(phone, former_phones)) stored,
    add column search_email text generated always as (email_search(email, former_emails)) stored;
create index patient_by_name_part on patient using gin (search_name gin_trgm_ops);
create index patient_by_name_word on patient using gin (string_to_array(search_name, ' '));
create index patient_by_phone_part on patient using gin (phone_digits gin_trgm_ops);
create index patient_by_email_part on patient using gin (search_email gin_trgm_ops);

-- The words of the rounds are one patient's alone and would only fill it up.
delete from name_word;
insert into name_word (word)
select distinct word from patient, unnest(name_words(given_name, family_name)) as word;

create or replace function keep_name_words() returns trigger language plpgsql as $$
begin
    insert into name_word (word)
    select distinct word from unnest(name_words(new.given_name, new.family_name)) as word
     where not exists (select from name_word as known where known.word = word.word)
     order by word
    on conflict do nothing;
    return null;
end $$;
create trigger patient_name_words after insert or update of given_name, family_name on patient
    for each row execute function keep_name_words();
