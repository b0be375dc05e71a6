package org.ilium.clinic;

import java.time.Duration;
import java.util.UUID;

/**
 * A service's rules: buffers are added around its length and block the practitioner too; {@code
 * minimumNotice} and {@code horizonDays} bind the public, not the desk; {@code mode} is phone,
 * video or in-person.
 */
public record ServiceInfo(
        UUID id,
        String slug,
        String name,
        Duration length,
        Duration bufferBefore,
        Duration bufferAfter,
        Duration minimumNotice,
        int horizonDays,
        Duration step,
        String mode,
        boolean publicBookable) {

    /**
     * The same for a visit that lasts so long, as one that was booked before the length changed.
     */
    public ServiceInfo lasting(Duration its) {
        return new ServiceInfo(
                id,
                slug,
                name,
                its,
                bufferBefore,
                bufferAfter,
                minimumNotice,
                horizonDays,
                step,
                mode,
                publicBookable);
    }
}
