package org.ilium.chart.web;

import io.quarkus.qute.TemplateData;
import java.time.ZoneId;
import org.ilium.access.AuditLine;
import org.jspecify.annotations.Nullable;

/** A line of the audit trail in words; {@code route} is the program's name of the page or call. */
@TemplateData
record TrailView(String at, String who, String what, @Nullable String route) {

    static TrailView of(AuditLine line, ZoneId zone) {
        return new TrailView(
                ChartWords.dateAndTime(line.at(), zone),
                TrailWords.who(line),
                TrailWords.what(line),
                line.route());
    }
}
