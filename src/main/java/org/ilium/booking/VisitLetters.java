package org.ilium.booking;

import java.util.UUID;

/**
 * Answered by whoever sends the letters about appointments, for what the desk does while a letter
 * waits or instead of one.
 */
public interface VisitLetters {

    /**
     * Whether nothing we mail tells her of the last change: she has no usable address, or mail to
     * it came back, or there is no mail server. Nor was she told otherwise.
     */
    boolean isToBeTold(UUID appointmentId);

    /**
     * Notes in the caller's transaction that the signed-in member of staff told her of the last
     * change on the phone. What can reach her by mail is mailed all the same.
     */
    void toldOnThePhone(UUID appointmentId);

    /** Whether the letter of its cancellation has neither left nor is leaving. */
    boolean mayTakeBack(UUID appointmentId);

    /**
     * Undoes in the caller's transaction what a cancellation did to the letters: its own does not
     * leave, those it made needless leave after all, and whoever may have heard of it hears that
     * the appointment stands. False, and nothing is changed, when its letter has left or is
     * leaving.
     *
     * @param byHerself whether she cancelled by her link, so that she knows
     */
    boolean takeBack(AppointmentInfo appointment, boolean byHerself);
}
