package org.ilium.backup;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What Java says of a file, in words. */
final class Words {

    private Words() {}

    static String of(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile() + ".";
        }
        if (e instanceof AccessDeniedException denied) {
            return "this user may not use " + denied.getFile() + ".";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getReason() + ".";
        }
        return (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) + ".";
    }
}
