package org.ilium.catalog;

/** The catalog files cannot be used; the message names the place. The program does not start. */
public class CatalogException extends RuntimeException {

    CatalogException(String message) {
        super(message);
    }

    CatalogException(String message, Throwable cause) {
        super(message, cause);
    }
}
