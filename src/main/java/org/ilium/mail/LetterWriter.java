package org.ilium.mail;

/** Writes messages of some kinds; reads, and makes the links they carry, in one transaction. */
interface LetterWriter {

    boolean writes(MailKind kind);

    Composition write(Composition.Order order);
}
