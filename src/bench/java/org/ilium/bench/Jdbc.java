package org.ilium.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One connection with its prepared statements; reads every column of every row. */
final class Jdbc implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Jdbc(Connection connection) {
        this.connection = connection;
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** The number of rows read; a list among the values stands for as many parameters. */
    int read(String sql, Object... values) throws SQLException {
        PreparedStatement statement = bound(sql, values);
        int rows = 0;
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                for (int i = 1; i <= columns; i++) {
                    found.getObject(i);
                }
                rows++;
            }
        }
        return rows;
    }

    void write(String sql, Object... values) throws SQLException {
        int rows = bound(sql, values).executeUpdate();
        if (rows != 1) {
            throw new SQLException(rows + " rows written by " + sql);
        }
    }

    /** {@code ?, ?, ?} for a list. */
    static String marks(Collection<?> list) {
        return String.join(", ", Collections.nCopies(list.size(), "?"));
    }

    private PreparedStatement bound(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        int at = 1;
        for (Object value : values) {
            if (value instanceof List<?> list) {
                for (Object each : list) {
                    statement.setObject(at++, each);
                }
            } else {
                statement.setObject(at++, value);
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
