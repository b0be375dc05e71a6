package org.ilium.access;

import java.time.ZoneId;

/** The zone in which the clinic reads a clock; the clinic's module gives it. */
public interface ClinicZone {

    ZoneId zone();
}
