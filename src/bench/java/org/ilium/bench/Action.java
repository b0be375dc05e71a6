package org.ilium.bench;

import java.io.IOException;
import java.sql.SQLException;

/** What a thread repeats, with the connection it holds. */
record Action(Step step, Connection connection) implements Load.Action {

    interface Step {
        void run() throws Exception;
    }

    interface Connection {
        void close() throws IOException, SQLException;
    }

    static Load.Action of(Step step, Http http) {
        return new Action(step, http::close);
    }

    static Load.Action of(Step step, Jdbc jdbc) {
        return new Action(step, jdbc::close);
    }

    @Override
    public void run() throws Exception {
        step.run();
    }

    @Override
    public void close() throws IOException, SQLException {
        connection.close();
    }
}
