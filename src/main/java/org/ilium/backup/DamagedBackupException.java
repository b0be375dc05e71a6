package org.ilium.backup;

import java.io.IOException;

/** The bytes of a backup are not those that were written. */
final class DamagedBackupException extends IOException {

    private static final long serialVersionUID = 1L;

    DamagedBackupException(String what) {
        super(what);
    }

    DamagedBackupException(String what, Throwable cause) {
        super(what, cause);
    }
}
