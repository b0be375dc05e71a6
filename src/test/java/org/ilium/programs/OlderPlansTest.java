package org.ilium.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.ilium.backup.OlderClinic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans that an earlier program sent are read, and still what was signed for. */
class OlderPlansTest {

    private record Row(int format, String content, String screening, boolean untouched) {}

    @Test
    void everyPlanSentBeforeTheUpgradeIsReadAndUnchanged(@TempDir Path folder) throws Exception {
        List<Row> rows;
        try (OlderClinic clinic = OlderClinic.open(folder)) {
            clinic.upgrade();
            rows = rows(clinic);
        }

        assertThat(rows).hasSizeGreaterThan(3).allMatch(Row::untouched);
        List<PlanContent> plans = new ArrayList<>();
        List<SentScreening> screenings = new ArrayList<>();
        for (Row row : rows) {
            plans.add(StoredFormats.plan(row.format, row.content));
            screenings.add(StoredFormats.screening(row.format, row.screening));
        }
        assertThat(plans).allMatch(plan -> !plan.items().isEmpty());
        assertThat(plans).flatExtracting(PlanContent::stopSigns).isNotEmpty();
        assertThat(plans).flatExtracting(PlanContent::items).anyMatch(i -> !i.care().isEmpty());
        assertThat(screenings)
                .flatExtracting(SentScreening::verdicts)
                .extracting(Draft.Answered::answer)
                .filteredOn(answer -> answer != null)
                .extracting(Answer::kind)
                .contains(AnswerKind.ACKNOWLEDGE, AnswerKind.OVERRIDE);
    }

    private static List<Row> rows(OlderClinic clinic) throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Connection connection = clinic.connect();
                Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery(
                                """
                                select format, content::text, screening::text,
                                       sha256 = encode(sha256(convert_to(
                                           content::text || screening::text, 'UTF8')), 'hex')
                                  from program_version""")) {
            while (found.next()) {
                rows.add(
                        new Row(
                                found.getInt(1),
                                found.getString(2),
                                found.getString(3),
                                found.getBoolean(4)));
            }
        }
        return rows;
    }
}
