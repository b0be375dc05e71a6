package org.ilium.programs.web;

import java.util.List;
import java.util.UUID;
import org.ilium.catalog.Dosage;
import org.jspecify.annotations.Nullable;

/** The program side of the builder; {@code waits} says why it cannot be sent, null when it can. */
record BuilderView(
        UUID id,
        UUID patientId,
        int revision,
        boolean open,
        boolean mayEdit,
        String patient,
        String stage,
        List<String> conditions,
        String title,
        String note,
        List<Item> items,
        List<VerdictView> planVerdicts,
        List<String> advice,
        List<String> hints,
        int minutes,
        @Nullable String waits,
        @Nullable Integer currentVersion,
        @Nullable String told,
        @Nullable String problem) {

    /** One item, with what stands beside it. */
    record Item(
            String slug,
            String name,
            String about,
            boolean signedOff,
            Dosage dosage,
            String dose,
            String note,
            List<VerdictView> verdicts,
            List<Swap> swaps,
            int number,
            boolean first,
            boolean last) {

        public boolean bothSides() {
            return dosage.side() == null && !dosage.perSide();
        }

        public boolean eachSide() {
            return dosage.side() == null && dosage.perSide();
        }

        public boolean leftOnly() {
            return dosage.side() == Dosage.Side.LEFT;
        }

        public boolean rightOnly() {
            return dosage.side() == Dosage.Side.RIGHT;
        }

        /** The place above, counted from 0. */
        public int above() {
            return number - 2;
        }
    }

    /** An item to offer instead. */
    record Swap(String slug, String name) {}

    /** The state in one word, for the person who works on it. */
    public String state() {
        if (open) {
            return currentVersion == null ? "Draft" : "Draft of version " + (currentVersion + 1);
        }
        return "Version " + currentVersion + ", sent";
    }
}
