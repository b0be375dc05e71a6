package org.ilium.patients;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ilium.clinic.ClinicDirectory;
import org.ilium.patients.PatientChange.Invalid;
import org.ilium.patients.PatientChange.LikelyDuplicates;
import org.ilium.patients.PatientChange.Saved;
import org.ilium.patients.PatientChange.Stale;
import org.ilium.patients.PatientChange.Unknown;
import org.ilium.patients.PatientChange.WarningNeeded;
import org.ilium.patients.Registration.Duplicate;
import org.ilium.web.FieldErrors;
import org.jspecify.annotations.Nullable;

/**
 * The clinic's patients. Every change leaves its audit row; who shows a chart to somebody records
 * that reading with {@link #recordRead}.
 */
@ApplicationScoped
public class Patients {

    private final PatientRepository patients;
    private final Episodes episodes;
    private final EpisodeEndings endings;
    private final PatientSearch search;
    private final Registrations registrations;
    private final DuplicateSearch duplicates;
    private final EntryCheck check;
    private final PatientAudit audit;
    private final ClinicDirectory clinic;
    private final Event<PatientEmailChanged> emailChanged;
    private final Event<PatientPhoneChanged> phoneChanged;
    private final Clock clock;

    Patients(
            PatientRepository patients,
            Episodes episodes,
            EpisodeEndings endings,
            PatientSearch search,
            Registrations registrations,
            DuplicateSearch duplicates,
            EntryCheck check,
            PatientAudit audit,
            ClinicDirectory clinic,
            Event<PatientEmailChanged> emailChanged,
            Event<PatientPhoneChanged> phoneChanged,
            Clock clock) {
        this.patients = patients;
        this.episodes = episodes;
        this.endings = endings;
        this.search = search;
        this.registrations = registrations;
        this.duplicates = duplicates;
        this.check = check;
        this.audit = audit;
        this.clinic = clinic;
        this.emailChanged = emailChanged;
        this.phoneChanged = phoneChanged;
        this.clock = clock;
    }

    @Transactional
    public Optional<PatientInfo> find(UUID id) {
        return patients.findByIdOptional(id).map(Patient::info);
    }

    /** Those of the ids that are patients, in one statement. */
    @Transactional
    public Map<UUID, PatientInfo> findAll(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return patients.find("id in ?1", ids).stream()
                .map(Patient::info)
                .collect(Collectors.toMap(PatientInfo::id, patient -> patient));
    }

    /**
     * Finds a caller by part of a phone number, the beginnings of her names in any order, a name
     * with a slip of the pen in a word (two in eight letters), the beginning of an email address, a
     * birth date, or several of these, present or former; best first, ten at most. Leaves one audit
     * row that says who was shown to staff, not what they typed.
     */
    @Transactional
    public FoundPatients findCaller(String query) {
        FoundPatients found = search.find(query, today());
        audit.recordSearch(found);
        return found;
    }

    /** As {@link #findCaller}, for whoever need not know whether more match. */
    @Transactional
    public List<PatientInfo> search(String query) {
        return findCaller(query).patients();
    }

    /** Registers her unless she is likely registered already; whoever looked may confirm not. */
    @Transactional
    public Registration register(PatientEntry entered, boolean confirmedNotDuplicate) {
        return register(entered, PlanDelivery.NOTICE_AND_LINK, false, confirmedNotDuplicate, null);
    }

    /** As {@link #register(PatientEntry, PlanDelivery, boolean, boolean, String)}, unchosen. */
    @Transactional
    public Registration registerOnce(
            String key, PatientEntry entered, boolean confirmedNotDuplicate) {
        return register(entered, PlanDelivery.NOTICE_AND_LINK, false, confirmedNotDuplicate, key);
    }

    /**
     * Registers her with her choice of how to get her plan; the full plan by email only if she was
     * {@code warned}. Signed-in staff who send the same again under one {@code key}, 255 characters
     * at most, get the patient who was registered the first time; null for none.
     */
    @Transactional
    public Registration register(
            PatientEntry entered,
            PlanDelivery delivery,
            boolean warned,
            boolean confirmedNotDuplicate,
            @Nullable String key) {
        return registrations.register(
                entered, today(), delivery, warned, confirmedNotDuplicate, key);
    }

    /**
     * Changes name and contact, and keeps the former ones to find her by; {@code seenVersion} is
     * the one the editor began from. Refused when she would be like somebody else in a way she was
     * not before, until whoever looked confirms not, and without an email address while she gets
     * the full plan by it. Another email address closes the links that were mailed to the old one.
     */
    @Transactional
    public PatientChange changeContact(
            UUID id, PatientEntry entered, boolean confirmedNotDuplicate, int seenVersion) {
        FieldErrors errors = new FieldErrors();
        PatientEntry checked = check.check(entered, today(), errors);
        registrations.oneAtATime();
        Optional<Patient> found = patients.lock(id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        if (!errors.isEmpty()) {
            return new Invalid(errors);
        }
        Patient patient = found.get();
        if (patient.version() != seenVersion) {
            return new Stale(patient.info(), EntryDifferences.of(patient.entry(), checked));
        }
        LocalDate born = checked.birthDate();
        if (born != null && !born.equals(patient.entry().birthDate()) && !episodes.fit(id, born)) {
            return new Invalid(
                    new FieldErrors()
                            .add("birthDate", "By her chart she would have been a child then"));
        }
        boolean emailRemoved = patient.entry().email() != null && checked.email() == null;
        if (emailRemoved && patient.info().planDelivery() == PlanDelivery.FULL_PLAN) {
            return new Invalid(
                    new FieldErrors()
                            .add(
                                    "email",
                                    "She gets her full plan by email: choose another way first, or"
                                            + " keep an address"));
        }
        List<Duplicate> alike =
                confirmedNotDuplicate ? List.of() : duplicates.newlyOf(patient, checked);
        if (!alike.isEmpty()) {
            return new LikelyDuplicates(alike);
        }
        String emailBefore = patient.entry().email();
        String phoneBefore = patient.entry().phone();
        patient.change(checked);
        boolean emailChanged =
                emailBefore != null && !emailBefore.equalsIgnoreCase(checked.email());
        PatientChange saved = saved(patient, emailChanged, "change", "patient");
        if (emailBefore != null && emailChanged) {
            this.emailChanged.fire(new PatientEmailChanged(id, emailBefore, checked.email()));
        }
        if (phoneBefore != null && !phoneBefore.equals(checked.phone())) {
            phoneChanged.fire(new PatientPhoneChanged(id, phoneBefore, checked.phone()));
        }
        return saved;
    }

    /**
     * Records how she wants to get her plan. The full plan by email is refused unless {@code
     * warned} says that she heard {@link PlanDelivery#WARNING} and still prefers it, now or before,
     * and without an email address in any case.
     */
    @Transactional
    public PatientChange choosePlanDelivery(
            UUID id, PlanDelivery choice, boolean warned, int seenVersion) {
        Optional<Patient> found = patients.lock(id);
        if (found.isEmpty()) {
            return new Unknown();
        }
        Patient patient = found.get();
        if (patient.version() != seenVersion) {
            return new Stale(
                    patient.info(), EntryDifferences.of(patient.info().planDelivery(), choice));
        }
        boolean full = choice == PlanDelivery.FULL_PLAN;
        if (full && patient.entry().email() == null) {
            return new Invalid(
                    new FieldErrors()
                            .add(
                                    "planDelivery",
                                    "The full plan goes by email, and she has no address: enter it"
                                            + " first"));
        }
        if (full && !warned && !patient.isWarned()) {
            return new WarningNeeded();
        }
        if (choice != patient.info().planDelivery()) {
            patient.choose(choice, full ? clock.instant() : null);
        }
        return saved(patient, false, "choose", "plan-delivery");
    }

    /** She is not asked for reviews any more, by her own wish; false when she was not before. */
    @Transactional
    public boolean stopReviewAsks(UUID id) {
        return patients.lock(id).filter(Patient::stopReviewAsks).isPresent();
    }

    /** The episode of care that is going on, if one was recorded. */
    @Transactional
    public Optional<EpisodeInfo> openEpisode(UUID patientId) {
        return episodes.open(patientId);
    }

    /** Lets nobody change her chart until the caller's transaction has ended; reading goes on. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keepUnchanged(UUID patientId) {
        patients.findById(patientId, LockModeType.PESSIMISTIC_READ);
    }

    /** The open episodes of these patients, by patient. */
    @Transactional
    public Map<UUID, EpisodeInfo> openEpisodes(Collection<UUID> patientIds) {
        return episodes.open(patientIds);
    }

    /** Of these patients, the open episode or the one closed last. */
    @Transactional
    public Map<UUID, EpisodeInfo> newestEpisodes(Collection<UUID> patientIds) {
        return episodes.newest(patientIds);
    }

    /**
     * Whether she was pregnant when last seen so and, by her newest episode, open or closed, is not
     * any more without a birth on record, or lost her child at birth. A mistaken stage put right
     * counts too.
     */
    @Transactional
    public boolean pregnancyEnded(UUID patientId) {
        return pregnancyEnded(List.of(patientId)).contains(patientId);
    }

    /** Whether that holds, or one of the babies of her last birth is not living. */
    @Transactional
    public boolean mayGrieve(UUID patientId) {
        return episodes.mayGrieve(patientId);
    }

    /** Those of these patients whose pregnancy ended so, in one statement. */
    @Transactional
    public Set<UUID> pregnancyEnded(Collection<UUID> patientIds) {
        return episodes.pregnancyEnded(patientIds);
    }

    /**
     * Records a pregnancy or birth: changes the open episode, or opens one. {@code seenVersion} is
     * the open episode's when the editor began, null when there was none. Staff who are no
     * therapists are refused when conditions, questionnaire, kind of birth or plurality differ.
     */
    @Transactional
    public EpisodeChange recordEpisode(
            UUID patientId, EpisodeEntry entered, @Nullable Integer seenVersion) {
        return recordEpisode(patientId, entered, false, seenVersion);
    }

    /**
     * As {@link #recordEpisode(UUID, EpisodeEntry, Integer)}; the loss may be taken back as well.
     */
    @Transactional
    public EpisodeChange recordEpisode(
            UUID patientId,
            EpisodeEntry entered,
            boolean lossTakenBack,
            @Nullable Integer seenVersion) {
        return episodes.record(patientId, entered, lossTakenBack, seenVersion, today());
    }

    /** Says how the pregnancy of the open episode ended, or puts right what was said of it. */
    @Transactional
    public EpisodeChange endPregnancy(UUID patientId, PregnancyEnd end, int seenVersion) {
        return endings.endPregnancy(patientId, end, seenVersion, today());
    }

    /**
     * Ends the open episode, so that the next pregnancy gets one of its own; refused while a stop
     * sign stands in it.
     */
    @Transactional
    public EpisodeChange closeEpisode(UUID patientId, EpisodeClosing closing, int seenVersion) {
        return endings.close(patientId, closing, seenVersion, today());
    }

    /** Her closed episodes, the last closed first. */
    @Transactional
    public List<PastEpisode> pastEpisodes(UUID patientId) {
        return endings.past(patientId);
    }

    /** Leaves the audit row of one who was shown this part of a chart, such as {@code episode}. */
    @Transactional
    public void recordRead(UUID patientId, String part) {
        audit.record("read", part, patientId, patientId);
    }

    private PatientChange saved(
            Patient patient, boolean emailChanged, String action, String entity) {
        patients.flush();
        audit.record(action, entity, patient.id(), patient.id());
        return new Saved(patient.info(), emailChanged);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), clinic.profile().zone());
    }
}
