package org.ilium.shared.pregnancy;

/** A fact about a patient's health or habits that a safety rule asks about. */
public enum Condition implements Coded {
    RUPTURED_MEMBRANES("ruptured-membranes", "Waters have broken", Group.THIS_PREGNANCY),
    PRETERM_LABOUR("preterm-labour", "Premature labor in this pregnancy", Group.THIS_PREGNANCY),
    PERSISTENT_BLEEDING(
            "persistent-bleeding",
            "Unexplained vaginal bleeding that does not stop",
            Group.THIS_PREGNANCY),
    PLACENTA_PREVIA("placenta-previa", "Placenta previa", Group.THIS_PREGNANCY),
    PRE_ECLAMPSIA("pre-eclampsia", "Pre-eclampsia", Group.THIS_PREGNANCY),
    CERVICAL_INSUFFICIENCY(
            "cervical-insufficiency", "Cervical insufficiency", Group.THIS_PREGNANCY),
    CERCLAGE("cerclage", "Cervical stitch (cerclage)", Group.THIS_PREGNANCY),
    FETAL_GROWTH_RESTRICTION(
            "fetal-growth-restriction",
            "Baby not growing as expected (growth restriction)",
            Group.THIS_PREGNANCY),
    PLACENTAL_ABRUPTION("placental-abruption", "Placental abruption", Group.THIS_PREGNANCY),
    VASA_PREVIA("vasa-previa", "Vasa previa", Group.THIS_PREGNANCY),
    GESTATIONAL_HYPERTENSION(
            "gestational-hypertension",
            "High blood pressure that began in pregnancy",
            Group.THIS_PREGNANCY),
    UNWELL_LYING_ON_BACK(
            "unwell-lying-on-back",
            "Light-headed or nauseous lying on the back",
            Group.THIS_PREGNANCY),
    RECURRENT_LOSS("recurrent-loss", "Recurrent pregnancy loss", Group.PAST_PREGNANCIES),
    PRIOR_PRETERM_BIRTH(
            "prior-preterm-birth", "Earlier spontaneous preterm birth", Group.PAST_PREGNANCIES),
    UNCONTROLLED_TYPE_1_DIABETES(
            "uncontrolled-type-1-diabetes", "Uncontrolled type 1 diabetes", Group.GENERAL_HEALTH),
    UNCONTROLLED_HYPERTENSION(
            "uncontrolled-hypertension", "Uncontrolled high blood pressure", Group.GENERAL_HEALTH),
    UNCONTROLLED_THYROID_DISEASE(
            "uncontrolled-thyroid-disease", "Uncontrolled thyroid disease", Group.GENERAL_HEALTH),
    SERIOUS_DISORDER(
            "serious-disorder",
            "Other serious heart, lung or whole-body disorder",
            Group.GENERAL_HEALTH),
    HEART_OR_LUNG_DISEASE(
            "heart-or-lung-disease",
            "Mild or moderate heart or lung disease",
            Group.GENERAL_HEALTH),
    SYMPTOMATIC_ANAEMIA("symptomatic-anaemia", "Anemia with symptoms", Group.GENERAL_HEALTH),
    SEVERE_ANAEMIA("severe-anaemia", "Severe anemia", Group.GENERAL_HEALTH),
    MALNUTRITION("malnutrition", "Malnutrition", Group.GENERAL_HEALTH),
    EATING_DISORDER("eating-disorder", "Eating disorder", Group.GENERAL_HEALTH),
    OTHER_SIGNIFICANT_CONDITION(
            "other-significant-condition",
            "Other significant medical condition",
            Group.GENERAL_HEALTH),
    BALANCE_PROBLEMS("balance-problems", "Falls or poor balance", Group.MUSCLES_AND_JOINTS),
    DIASTASIS_RECTI("diastasis-recti", "Diastasis recti", Group.MUSCLES_AND_JOINTS),
    BELLY_DOMING("belly-doming", "Belly domes or cones on effort", Group.MUSCLES_AND_JOINTS),
    PELVIC_GIRDLE_PAIN("pelvic-girdle-pain", "Pelvic girdle pain", Group.MUSCLES_AND_JOINTS),
    CARPAL_TUNNEL("carpal-tunnel", "Carpal tunnel symptoms", Group.MUSCLES_AND_JOINTS),
    WRIST_PAIN("wrist-pain", "Wrist pain", Group.MUSCLES_AND_JOINTS),
    PROLAPSE_SYMPTOMS("prolapse-symptoms", "Heaviness, bulge or dragging", Group.PELVIC_FLOOR),
    LEAKING("leaking", "Leaks urine, wind or stool", Group.PELVIC_FLOOR),
    PELVIC_FLOOR_PAIN("pelvic-floor-pain", "Pelvic floor pain", Group.PELVIC_FLOOR),
    TENSE_PELVIC_FLOOR(
            "tense-pelvic-floor", "Tense or overactive pelvic floor", Group.PELVIC_FLOOR),
    LOCHIA("lochia", "Bleeding since the birth or loss has not stopped", Group.AFTER_BIRTH),
    UNHEALED_WOUND("unhealed-wound", "Wound or tear not yet healed", Group.AFTER_BIRTH),
    LOCHIA_HEAVIER("lochia-heavier", "Bleeding gets heavier after activity", Group.AFTER_BIRTH),
    HEAT_EXPOSURE("heat-exposure", "Exercises in heat, or uses a hot tub or sauna", Group.ACTIVITY),
    CONTACT_SPORT("contact-sport", "Contact sport, or risk of a blow to the belly", Group.ACTIVITY),
    SCUBA_DIVING("scuba-diving", "Scuba diving", Group.ACTIVITY),
    HIGH_ALTITUDE("high-altitude", "Lives low and plans exercise above 2,500 m", Group.ACTIVITY);

    private final String code;
    private final String label;
    private final Group group;

    Condition(String code, String label, Group group) {
        this.code = code;
        this.label = label;
        this.group = group;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String label() {
        return label;
    }

    /** The heading it stands under on a chart. */
    public Group group() {
        return group;
    }

    /** Whether it is over with the pregnancy: no rule asks about it afterwards. */
    public boolean onlyWhilePregnant() {
        return switch (this) {
            case RUPTURED_MEMBRANES,
                    PRETERM_LABOUR,
                    PLACENTA_PREVIA,
                    CERVICAL_INSUFFICIENCY,
                    CERCLAGE,
                    FETAL_GROWTH_RESTRICTION,
                    PLACENTAL_ABRUPTION,
                    VASA_PREVIA,
                    UNWELL_LYING_ON_BACK ->
                    true;
            default -> false;
        };
    }

    /** Headings for a chart, in the order they are shown. */
    public enum Group {
        THIS_PREGNANCY("This pregnancy"),
        PAST_PREGNANCIES("Past pregnancies"),
        GENERAL_HEALTH("General health"),
        MUSCLES_AND_JOINTS("Muscles and joints"),
        PELVIC_FLOOR("Pelvic floor"),
        AFTER_BIRTH("After a birth or loss"),
        ACTIVITY("Activities");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }
}
