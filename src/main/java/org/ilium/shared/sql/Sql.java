package org.ilium.shared.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.ilium.shared.database.WriteGuard;
import org.jspecify.annotations.Nullable;

/**
 * Statements without entities, for the paths on which somebody is on the phone: here they cost a
 * fraction of what they cost through Hibernate. Inside a transaction they are part of it and see
 * what it has written, through entities too; outside, each stands alone. A statement is never made
 * of what a user sent; {@code = any(?)} takes a collection of ids.
 */
@Singleton
public class Sql {

    private final DataSource source;
    private final EntityManager database;
    private final WriteGuard guard;

    Sql(DataSource source, EntityManager database, WriteGuard guard) {
        this.source = source;
        this.database = database;
        this.guard = guard;
    }

    /** Turns a row into what the caller wants. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** The rows, in the statement's order. */
    public <T> List<T> list(String sql, Reader<T> reader, @Nullable Object... values) {
        return with(sql, values, statement -> rows(statement, reader));
    }

    /** How many rows the statement wrote or removed. */
    public int change(String sql, @Nullable Object... values) {
        return with(sql, values, PreparedStatement::executeUpdate);
    }

    private <T> T with(String sql, @Nullable Object[] values, Use<T> use) {
        guard.check(sql);
        if (QuarkusTransaction.isActive()) {
            database.flush();
        }
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, column(connection, values[i]));
            }
            return use.of(statement);
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }

    private static <T> List<T> rows(PreparedStatement statement, Reader<T> reader)
            throws SQLException {
        try (ResultSet result = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            Row row = new Row(result);
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    private static @Nullable Object column(Connection connection, @Nullable Object value)
            throws SQLException {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Collection<?> ids) {
            return connection.createArrayOf("uuid", ids.toArray(new UUID[0]));
        }
        return value;
    }
}
