package org.ilium.mail;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.ilium.mail.Stationery.ClinicView;
import org.ilium.programs.PlanContent;

/** The texts, each as HTML and as plain text. */
@CheckedTemplate(basePath = "mail")
final class MailTemplates {

    private MailTemplates() {}

    static native TemplateInstance appointmentHtml(ClinicView clinic, AppointmentView letter);

    static native TemplateInstance appointmentText(ClinicView clinic, AppointmentView letter);

    static native TemplateInstance planNoticeHtml(
            ClinicView clinic, String name, boolean first, String link);

    static native TemplateInstance planNoticeText(
            ClinicView clinic, String name, boolean first, String link);

    static native TemplateInstance planFullHtml(
            ClinicView clinic, String name, boolean first, PlanContent plan, String link);

    static native TemplateInstance planFullText(
            ClinicView clinic, String name, boolean first, PlanContent plan, String link);

    static native TemplateInstance reviewAskHtml(
            ClinicView clinic, String name, String link, String way);

    static native TemplateInstance reviewAskText(
            ClinicView clinic, String name, String link, String way);
}
