package org.ilium.shared.database;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/** Shows the guard what Hibernate is about to run. */
@Singleton
@PersistenceUnitExtension
class HibernateStatements implements StatementInspector {

    private static final long serialVersionUID = 1L;

    private final transient WriteGuard guard;

    HibernateStatements(WriteGuard guard) {
        this.guard = guard;
    }

    @Override
    public String inspect(String sql) {
        guard.check(sql);
        return sql;
    }
}
