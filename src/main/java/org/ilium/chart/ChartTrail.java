package org.ilium.chart;

import java.util.List;
import org.ilium.access.AuditLine;
import org.jspecify.annotations.Nullable;

/** A page of who saw or changed a chart; {@code next} is null on the last one. */
public record ChartTrail(String patientName, List<AuditLine> lines, @Nullable Long next) {}
