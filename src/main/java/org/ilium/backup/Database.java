package org.ilium.backup;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL database and who owns it. */
record Database(String url, @Nullable String user, @Nullable String password) {

    private static final int SECONDS_TO_CONNECT = 10;

    Connection connect() throws BackupException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(url);
        } catch (IllegalArgumentException e) {
            throw new BackupException(name() + " is no address of a PostgreSQL database.", e);
        }
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setConnectTimeout(SECONDS_TO_CONNECT);
        source.setApplicationName("Ilium backup");
        // a failed row would be told with all it holds
        source.setLogServerErrorDetail(false);
        try {
            return source.getConnection();
        } catch (SQLException e) {
            throw new BackupException(
                    "The database " + name() + " cannot be reached: " + e.getMessage(), e);
        }
    }

    /** The address without its parameters, which may hold a password. */
    String name() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    @Override
    public String toString() {
        return name();
    }
}
