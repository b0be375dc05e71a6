package org.ilium.programs.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.ilium.catalog.Effect;
import org.ilium.programs.Answer;
import org.ilium.programs.Draft;
import org.ilium.programs.PlanContent;
import org.ilium.programs.PlanItem;
import org.ilium.programs.PlanLinkStanding;
import org.ilium.programs.PlanProgress;
import org.ilium.programs.SentVersion;

/** What was sent, newest first, and how it goes. */
record SentView(List<Version> versions, List<Pain> pain, int activeDays, Links links) {

    /** Her links; {@code closedOn} is empty when none was closed, {@code key} names this form. */
    record Links(PlanLinkStanding standing, String closedOn, String key) {}

    /** A sent version; {@code answers} are the therapist's words to its verdicts. */
    record Version(
            int number,
            String sentOn,
            String delivery,
            PlanContent content,
            List<String> answers,
            String sha256) {}

    /** A day's pain, 0 to 10. */
    record Pain(String day, int score) {}

    static SentView of(
            List<SentVersion> sent,
            List<PlanProgress.Pain> pain,
            int activeDays,
            Links links,
            ClinicTime time) {
        List<Version> versions = new ArrayList<>();
        for (SentVersion v : sent) {
            versions.add(
                    new Version(
                            v.plan().versionNumber(),
                            time.day(Objects.requireNonNull(v.plan().sentAt())),
                            v.plan().delivery().label(),
                            v.plan().content(),
                            v.screening().verdicts().stream()
                                    .filter(a -> a.verdict().effect() != Effect.ADVICE)
                                    .map(a -> answer(a, v.plan().content(), time))
                                    .toList(),
                            v.sha256()));
        }
        Collections.reverse(versions);
        return new SentView(
                versions,
                pain.stream().map(p -> new Pain(time.shortDay(p.date()), p.score())).toList(),
                activeDays,
                links);
    }

    private static String answer(Draft.Answered answered, PlanContent plan, ClinicTime time) {
        String slug = answered.verdict().itemSlug();
        String item =
                plan.items().stream()
                        .filter(sent -> sent.slug().equals(slug))
                        .map(PlanItem::name)
                        .findFirst()
                        .orElse(slug);
        Answer given = answered.answer();
        String words =
                given == null || given.reason() == null ? "read" : "overridden: " + given.reason();
        if (given != null && given.clearanceNote() != null && given.clearanceDate() != null) {
            words +=
                    ". Cleared by %s on %s"
                            .formatted(
                                    given.clearanceNote(), ClinicTime.date(given.clearanceDate()));
        }
        return "%s%s (%s, version %d): %s"
                .formatted(
                        item == null ? "" : item + ": ",
                        answered.verdict().reason(),
                        answered.verdict().ruleId(),
                        answered.verdict().ruleVersion(),
                        words);
    }

    /** The version her link shows. */
    public Version current() {
        return versions.get(0);
    }

    public List<Version> earlier() {
        return versions.subList(1, versions.size());
    }
}
