package org.ilium.shared.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One row of an answer; columns count from 1. Only what says so may be null. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public UUID id(int column) throws SQLException {
        return result.getObject(column, UUID.class);
    }

    public String text(int column) throws SQLException {
        return result.getString(column);
    }

    public int number(int column) throws SQLException {
        return result.getInt(column);
    }

    public long bigNumber(int column) throws SQLException {
        return result.getLong(column);
    }

    public byte[] bytes(int column) throws SQLException {
        return result.getBytes(column);
    }

    public double decimal(int column) throws SQLException {
        return result.getDouble(column);
    }

    public boolean flag(int column) throws SQLException {
        return result.getBoolean(column);
    }

    public Instant instant(int column) throws SQLException {
        return result.getObject(column, OffsetDateTime.class).toInstant();
    }

    public @Nullable Instant instantOrNull(int column) throws SQLException {
        OffsetDateTime time = result.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** Null where the column is. */
    public <T> @Nullable T orNull(int column, Class<T> type) throws SQLException {
        return result.getObject(column, type);
    }

    /** The elements, boxed: {@code Double[]} for a {@code float8[]}. */
    public Object[] array(int column) throws SQLException {
        return (Object[]) result.getArray(column).getArray();
    }
}
