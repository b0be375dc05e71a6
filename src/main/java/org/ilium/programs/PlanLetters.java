package org.ilium.programs;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ilium.access.LinkKind;
import org.ilium.access.PatientLinks;
import org.ilium.messages.Composition;
import org.ilium.messages.Discretion;
import org.ilium.messages.HeaderText;
import org.ilium.messages.Letter;
import org.ilium.messages.Letters;
import org.ilium.messages.Stationery;
import org.ilium.messages.Stationery.ClinicView;
import org.ilium.messages.Stationery.Text;
import org.ilium.messages.SubjectMessages;
import org.ilium.patients.PatientInfo;
import org.ilium.patients.Patients;
import org.ilium.patients.PlanDelivery;
import org.ilium.shared.EmailAddress;

/** Tells a patient of her plan: a notice with a link, or all of it if that is her choice. */
@Singleton
class PlanLetters implements Letters {

    static final Duration LINK_VALIDITY = Duration.ofDays(90);

    /** For the desk too: says what is to be done, and nothing of what stands in the chart. */
    static final String STOPPED =
            "It was stopped: a therapist looks at the chart first, then sends it again or anew.";

    private final Programs programs;
    private final SentPlans sentPlans;
    private final Patients patients;
    private final PatientLinks links;
    private final Stationery stationery;
    private final SubjectMessages messages;

    PlanLetters(
            Programs programs,
            SentPlans sentPlans,
            Patients patients,
            PatientLinks links,
            Stationery stationery,
            SubjectMessages messages) {
        this.programs = programs;
        this.sentPlans = sentPlans;
        this.patients = patients;
        this.links = links;
        this.stationery = stationery;
        this.messages = messages;
    }

    @Override
    public String subject() {
        return "program";
    }

    @Override
    public List<PlanMessage> kinds() {
        return List.of(PlanMessage.values());
    }

    @Override
    @Transactional
    public Composition write(Composition.Order order) {
        // whoever closes the links waits for this transaction, or this one for them: a link made
        // here is either closed with the others or never made
        if (!messages.keepsWaiting(order.messageId())) {
            return new Composition.Unneeded("Its links were closed.");
        }
        int version = order.subjectVersion() == null ? 0 : order.subjectVersion();
        Optional<Plan> plan = programs.sentPlan(order.subjectId(), version);
        Optional<PatientInfo> patient = plan.map(Plan::patientId).flatMap(this::keptUnchanged);
        if (plan.isEmpty() || patient.isEmpty()) {
            return new Composition.Unneeded("The plan is gone.");
        }
        if (messages.hasLater(order.subjectId(), PlanMessage.PLAN, version)) {
            return new Composition.Unneeded("A newer version tells her.");
        }
        if (sentPlans.held(plan.get().patientId()).containsKey(order.subjectId())) {
            return new Composition.Stopped(STOPPED);
        }
        PlanDelivery delivery = delivery(plan.get(), patient.get());
        if (delivery == PlanDelivery.PRINT_ONLY) {
            return new Composition.OnPaper();
        }
        Optional<String> to = EmailAddress.forRelay(patient.get().email());
        if (to.isEmpty()) {
            return new Composition.NoAddress();
        }
        String token = links.mint(LinkKind.PLAN, order.subjectId(), LINK_VALIDITY);
        return new Composition.Ready(
                letter(order.messageId(), to.get(), plan.get(), patient.get(), delivery, token));
    }

    /**
     * The mail for a plan and a choice; {@code token} opens her page, a placeholder in a preview.
     */
    Letter letter(
            UUID messageId,
            String to,
            Plan plan,
            PatientInfo patient,
            PlanDelivery delivery,
            String token) {
        return stationery.letter(
                messageId,
                to,
                Discretion.subject(
                        "Your plan from ", stationery.profile().shortName(), "", "Your plan"),
                text(plan, patient, delivery, stationery.link("/p/", token)),
                null,
                Map.of(),
                null);
    }

    private Text text(Plan plan, PatientInfo patient, PlanDelivery delivery, String link) {
        String name = HeaderText.oneLine(patient.givenName());
        boolean first = plan.versionNumber() <= 1;
        if (delivery == PlanDelivery.FULL_PLAN) {
            PlanContent content = plan.content();
            return new Text(
                    Templates.planFullText(stationery.clinicView(), name, first, content, link)
                            .render(),
                    Templates.planFullHtml(stationery.clinicView(), name, first, content, link)
                            .render());
        }
        return new Text(
                Templates.planNoticeText(stationery.clinicView(), name, first, link).render(),
                Templates.planNoticeHtml(stationery.clinicView(), name, first, link).render());
    }

    /** The more private of what she chose when it was sent and what she chooses now. */
    static PlanDelivery delivery(Plan plan, PatientInfo patient) {
        PlanDelivery now = patient.planDelivery();
        return now == PlanDelivery.FULL_PLAN ? plan.delivery() : now;
    }

    /** As she is, and stays, until her link is kept: so no new link goes to an old address. */
    private Optional<PatientInfo> keptUnchanged(UUID patientId) {
        patients.keepUnchanged(patientId);
        return patients.find(patientId);
    }

    @CheckedTemplate(basePath = "programs")
    static class Templates {
        static native TemplateInstance planNoticeHtml(
                ClinicView clinic, String name, boolean first, String link);

        static native TemplateInstance planNoticeText(
                ClinicView clinic, String name, boolean first, String link);

        static native TemplateInstance planFullHtml(
                ClinicView clinic, String name, boolean first, PlanContent plan, String link);

        static native TemplateInstance planFullText(
                ClinicView clinic, String name, boolean first, PlanContent plan, String link);
    }
}
