package org.ilium.chart.web;

import io.quarkus.arc.Arc;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.ilium.access.Roles;
import org.ilium.access.Staff;
import org.ilium.access.StaffSessions;
import org.ilium.fixture.ClinicFixture;
import org.ilium.fixture.SignedIn;
import org.ilium.patients.EpisodeEntry;
import org.ilium.patients.EpisodeInfo;
import org.ilium.patients.PatientEntry;
import org.ilium.patients.Patients;
import org.ilium.patients.StopSigns;
import org.ilium.programs.Draft;
import org.ilium.programs.Drafts;
import org.ilium.programs.NewPrograms;
import org.ilium.programs.Plan;
import org.ilium.programs.ProgramOutcome.Sent;
import org.ilium.programs.Sending;
import org.ilium.shared.pregnancy.BirthMode;
import org.ilium.shared.pregnancy.Condition;
import org.ilium.shared.pregnancy.ScreeningForm;
import org.ilium.shared.pregnancy.ScreeningOutcome;
import org.ilium.shared.pregnancy.Stage;
import org.ilium.shared.pregnancy.StopSign;

/** A therapist with a chart of her own patient, 21 weeks 3 days pregnant, nothing in the way. */
final class ChartScene {

    final ClinicFixture clinic = ClinicFixture.open();
    final Staff therapist = SignedIn.inThisTest(Roles.THERAPIST);
    final UUID practitioner = clinic.addPractitioner("Demo Reyes", therapist.id()).id();
    final String token = bean(StaffSessions.class).open(therapist.id()).token();
    final UUID ada =
            bean(Patients.class)
                    .register(
                            PatientEntry.of("Demo Ada", "Chart", null, "+12025550199", null), true)
                    .orThrow()
                    .id();

    ChartScene() {
        know(Set.of());
    }

    LocalDate today() {
        return LocalDate.ofInstant(bean(Clock.class).instant(), clinic.zone());
    }

    EpisodeInfo open() {
        return bean(Patients.class).openEpisode(ada).orElseThrow();
    }

    /** Records these conditions, and nothing but them. */
    void know(Set<Condition> conditions) {
        Integer seen = bean(Patients.class).openEpisode(ada).map(EpisodeInfo::version).orElse(null);
        EpisodeInfo.Screening clear =
                new EpisodeInfo.Screening(
                        ScreeningForm.GAQ_P, ScreeningOutcome.CLEAR, today().minusDays(1));
        EpisodeEntry entry =
                new EpisodeEntry(
                        Stage.PREGNANT,
                        today().plusDays(280 - (21 * 7 + 3)),
                        null,
                        BirthMode.UNKNOWN,
                        1,
                        conditions,
                        clear,
                        "Upper back hurts at the desk");
        bean(Patients.class).recordEpisode(ada, entry, seen).orThrow();
    }

    void report(StopSign sign) {
        bean(StopSigns.class).report(ada, Set.of(sign), null).orThrow();
    }

    /** Sends her cat-cow and a seated row, which nothing in her chart speaks against. */
    Plan sent() {
        Draft draft = bean(NewPrograms.class).create(ada, null, null).orThrow();
        for (String slug : new String[] {"cat-cow", "seated-row-band"}) {
            draft = bean(Drafts.class).add(draft.programId(), draft.revision(), slug).orThrow();
        }
        return ((Sent) bean(Sending.class).send(draft.programId(), draft.revision())).plan();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
