package org.ilium.bench;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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

    void rollback() throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    Array ids(Collection<?> ids) throws SQLException {
        return connection.createArrayOf("uuid", ids.toArray());
    }

    /** The first column; a list among the values stands for as many parameters. */
    List<Object> read(String sql, Object... values) throws SQLException {
        PreparedStatement statement = bound(sql, values);
        List<Object> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery()) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                rows.add(found.getObject(1));
                for (int i = 2; i <= columns; i++) {
                    if (found.getObject(i) instanceof Array array) {
                        array.getArray();
                    }
                }
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

    /** Whether one row was written; none is when a constraint was in the way. */
    boolean written(String sql, Object... values) throws SQLException {
        return bound(sql, values).executeUpdate() == 1;
    }

    /** As many as the next power of two, the last repeated: so does Hibernate, to prepare fewer. */
    static <T> List<T> padded(Collection<T> list) {
        List<T> padded = new ArrayList<>(list);
        while (Integer.bitCount(padded.size()) != 1) {
            padded.add(padded.get(padded.size() - 1));
        }
        return padded;
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
