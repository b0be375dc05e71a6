package org.ilium.shared.database;

/** What work has to know of the database before it begins, and tells of it when it fails. */
public interface DatabaseState {

    /** False while nothing can be saved, for want of room or of the database. */
    boolean mayWrite();

    /** A piece of work met this trouble and was given up. */
    void met(Trouble trouble, Throwable thrown);
}
