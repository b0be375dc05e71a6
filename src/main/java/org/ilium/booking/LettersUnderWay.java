package org.ilium.booking;

import java.util.UUID;

/** Answered by whoever writes the letters about visits; within the transaction of the caller. */
public interface LettersUnderWay {

    /**
     * Notes that the signed-in member of staff told her of the last change on the phone. What can
     * reach her by mail is mailed all the same.
     */
    void toldOnThePhone(UUID appointmentId);

    /** Whether the letter of its cancellation has neither left nor is leaving. */
    boolean mayTakeBack(UUID appointmentId);

    /**
     * Undoes what a cancellation did to the letters: its own does not leave, those it made needless
     * leave after all, and whoever may have heard of it hears that the appointment stands. False,
     * and nothing is changed, when its letter has left or is leaving.
     *
     * @param byHerself whether she cancelled by her link, so that she knows
     */
    boolean takeBack(AppointmentInfo appointment, boolean byHerself);
}
