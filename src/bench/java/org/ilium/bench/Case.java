package org.ilium.bench;

import java.sql.SQLException;

/** One kind of request, through the program and as the same statements straight over JDBC. */
interface Case {

    String name();

    /** A thread's own, with a kept-alive connection. */
    Load.Action app() throws Exception;

    /** A thread's own, with a database connection and its prepared statements. */
    Load.Action jdbc() throws Exception;

    /** Puts the database back as it was before. */
    default void clear() throws SQLException {}
}
