package org.ilium.shared.postgres;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Hands a cluster over to an owner who is no superuser, with passwords: a new cluster and one that
 * an earlier Ilium made, open to everybody on the machine, go the same way. Done by PostgreSQL in
 * single-user mode, which nobody can connect to; every step can be done again.
 */
final class Ownership {

    /** The program's own user, and the database it owns. */
    static final String OWNER = "ilium";

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = Logger.getLogger(Ownership.class);
    private static final Pattern FAULT = Pattern.compile("(?:ERROR|FATAL|PANIC):.*");
    private static final Pattern WARNING = Pattern.compile("WARNING: +(.*)");

    /** Other superusers came by the open door. */
    private static final String ROLES =
            """
            do $$
            declare other name;
            begin
              if not exists (select from pg_roles where rolname = 'ilium') then
                create role ilium;
              end if;
              for other in select rolname from pg_roles where rolsuper and oid <> 10 loop
                execute format('alter role %I with nosuperuser nologin', other);
                raise warning 'role % was a superuser and may not sign in any more', other;
              end loop;
              if not exists (select from pg_database where datname = 'ilium') then
                alter database postgres rename to ilium;
              elsif exists (select from pg_database where datname = 'postgres')
                  and exists (select from pg_database
                               where datname = 'ilium' and datdba = 10) then
                raise exception 'there is a database ilium that is not of this program';
              end if;
            end $$;

            alter role ilium with login nosuperuser nocreatedb nocreaterole noreplication
              nobypassrls valid until 'infinity' password '%s';

            alter role postgres with login superuser valid until 'infinity' password '%s';

            alter database ilium owner to ilium;

            """;

    /** What somebody set for the user or the database that would weaken what must last. */
    private static final String DURABILITY =
            """
            do $$
            declare setting name;
            begin
              for setting in
                select name from pg_settings
                 where context in ('user', 'superuser') and name in ('%s')
              loop
                execute format('alter role ilium reset %%I', setting);
                execute format('alter role all reset %%I', setting);
                execute format('alter database ilium reset %%I', setting);
                execute format('alter role ilium in database ilium reset %%I', setting);
              end loop;
            end $$;

            """
                    .formatted(String.join("', '", Durability.safe().keySet()));

    /** What belongs to an extension stays with it. */
    private static final String OBJECTS =
            """
            do $$
            declare
              first_of_users constant oid := 16384;
              hand_over text;
            begin
              if exists (select from pg_namespace where nspname = 'public' and nspowner = 10) then
                alter schema public owner to pg_database_owner;
              end if;
              for hand_over in
                select format('alter schema %I owner to ilium', nspname)
                  from pg_namespace n
                 where oid >= first_of_users and nspowner = 10
                   and nspname not like 'pg\\_%'
                   and not exists (select from pg_depend
                                    where classid = 'pg_namespace'::regclass
                                      and objid = n.oid and deptype = 'e')
                union all
                select format('alter table %s owner to ilium', oid::regclass)
                  from pg_class c
                 where oid >= first_of_users and relowner = 10
                   and relkind in ('r', 'p', 'v', 'm', 'S', 'f')
                   and relpersistence <> 't'
                   and not exists (select from pg_depend
                                    where classid = 'pg_class'::regclass
                                      and objid = c.oid
                                      and (deptype = 'e'
                                           or c.relkind = 'S' and deptype in ('a', 'i')))
                union all
                select format('alter routine %s owner to ilium', oid::regprocedure)
                  from pg_proc p
                 where oid >= first_of_users and proowner = 10
                   and not exists (select from pg_depend
                                    where classid = 'pg_proc'::regclass
                                      and objid = p.oid and deptype = 'e')
                union all
                select format('alter type %s owner to ilium', oid::regtype)
                  from pg_type t
                 where oid >= first_of_users and typowner = 10
                   and (typtype in ('e', 'd', 'r')
                        or typtype = 'c' and exists (select from pg_class
                                                      where oid = t.typrelid and relkind = 'c'))
                   and not exists (select from pg_depend
                                    where classid = 'pg_type'::regclass
                                      and objid = t.oid and deptype = 'e')
                union all
                select format('alter statistics %I.%I owner to ilium', nspname, stxname)
                  from pg_statistic_ext s join pg_namespace n on n.oid = stxnamespace
                 where stxowner = 10
                union all
                select format('alter large object %s owner to ilium', oid)
                  from pg_largeobject_metadata
                 where lomowner = 10
              loop
                execute hand_over;
              end loop;
            end $$;

            """;

    /** Tests count the statements of a request; only a superuser may bring that extension. */
    private static final String COUNTING =
            """
            create schema if not exists counting authorization ilium;

            create extension if not exists pg_stat_statements schema counting;

            grant pg_read_all_stats to ilium;

            """;

    private Ownership() {}

    /** No server may run on the data. */
    static void handOver(Binaries binaries, Path data, Passwords passwords, boolean counting)
            throws IOException {
        run(
                binaries,
                data,
                "template1",
                ROLES.replaceFirst("'%s'", "'" + passwords.owner() + "'")
                        .replaceFirst("'%s'", "'" + passwords.superuser() + "'"));
        run(binaries, data, OWNER, DURABILITY + OBJECTS + (counting ? COUNTING : ""));
    }

    /** The statements come by standard input, so that no list of processes shows a password. */
    private static void run(Binaries binaries, Path data, String database, String statements)
            throws IOException {
        String said =
                binaries.run(
                        statements,
                        "postgres",
                        "--single",
                        "-j",
                        "-D",
                        data.toString(),
                        "-c",
                        "password_encryption=scram-sha-256",
                        "-c",
                        "lc_messages=C",
                        "-c",
                        "log_destination=stderr",
                        "-c",
                        "logging_collector=off",
                        "-c",
                        "log_statement=none",
                        "-c",
                        "log_min_error_statement=panic",
                        "-c",
                        "log_error_verbosity=terse",
                        database);
        Matcher fault = FAULT.matcher(said);
        if (fault.find()) {
            throw new IOException("PostgreSQL could not hand its data over: " + fault.group());
        }
        WARNING.matcher(said).results().forEach(warning -> LOG.warn(warning.group(1)));
    }
}
