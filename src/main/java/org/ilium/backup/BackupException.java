package org.ilium.backup;

/** Why a backup or a restore was refused or failed: whole sentences for whoever asked for it. */
final class BackupException extends Exception {

    private static final long serialVersionUID = 1L;

    BackupException(String sentences) {
        super(sentences);
    }

    BackupException(String sentences, Throwable cause) {
        super(sentences, cause);
    }
}
