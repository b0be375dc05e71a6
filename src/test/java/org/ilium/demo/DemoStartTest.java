package org.ilium.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;

class DemoStartTest {

    @Test
    void aDemoDatabaseIsRefusedWithoutTheSwitch() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DemoStart.check(false, true, true))
                .withMessageContaining("ILIUM_DEMO=true");
    }

    @Test
    void aRealClinicIsRefusedWithTheSwitch() {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> DemoStart.check(true, false, true))
                .withMessageContaining("real clinic");
    }

    @Test
    void anEmptyDatabaseAndOnesOfTheirKindStart() {
        assertThatCode(() -> DemoStart.check(true, false, false)).doesNotThrowAnyException();
        assertThatCode(() -> DemoStart.check(false, false, false)).doesNotThrowAnyException();
        assertThatCode(() -> DemoStart.check(true, true, true)).doesNotThrowAnyException();
        assertThatCode(() -> DemoStart.check(false, false, true)).doesNotThrowAnyException();
    }
}
