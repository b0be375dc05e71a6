package org.ilium.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModulePagesTest {

    private static final int REFUSED = 409;
    private static final String ID = "00000000-0000-0000-0000-000000000009";

    private static final Pages DESK =
            new Pages() {
                @Override
                public List<Place> places() {
                    return List.of(new Place(2, "/desk", "Desk", "schedule"));
                }

                @Override
                public List<String> withForms() {
                    return List.of("/desk", "/desk/visits/{id}", "/desk/visits/{id}/move", "/book");
                }
            };

    private static final Pages PLANS =
            new Pages() {
                @Override
                public List<Place> places() {
                    return List.of(
                            new Place(3, "/plans", "Plans", "treat"),
                            new Place(1, "/day", "Day", "treat"));
                }

                @Override
                public Map<String, String> ofPatients() {
                    return Map.of("/p/{token}", "Back to your plan");
                }
            };

    private final ModulePages pages = new ModulePages(List.of(DESK, PLANS));

    @Test
    void theNavigationIsInOneOrderWhicheverModuleCameFirst() {
        assertThat(pages.places())
                .extracting(Pages.Place::label)
                .containsExactly("Day", "Desk", "Plans");
        assertThat(pages.placeOf("treat")).isEqualTo("/day");
    }

    @Test
    void aFormWasOnTheLongestPageThatItsPathBeginsWith() {
        assertThat(pages.formOf("/desk/visits/" + ID + "/move"))
                .isEqualTo("/desk/visits/" + ID + "/move");
        assertThat(pages.formOf("/desk/visits/" + ID + "/told")).isEqualTo("/desk/visits/" + ID);
        assertThat(pages.formOf("/desk/visits/other/move")).isEqualTo("/desk");
        assertThat(pages.formOf("/p/a_B-9/done")).isEqualTo("/p/a_B-9");
        assertThat(pages.formOf("/desks")).isEmpty();
        assertThat(pages.formOf("//evil.example/desk")).isEmpty();
    }

    @Test
    void aRefusalAnywhereUnderHerLinkLeadsBackToIt() {
        assertThat(pages.ofPatient("/p/a_B-9/done", REFUSED))
                .isEqualTo(new WayBack("/p/a_B-9", "Back to your plan"));
        assertThat(pages.ofPatient("/p/a_B-9", 403))
                .isEqualTo(new WayBack("/p/a_B-9", "Back to your plan"));
    }

    @Test
    void aLinkThatOpensNothingIsNoWayBack() {
        assertThat(pages.ofPatient("/p/a_B-9/done", 404)).isNull();
        assertThat(pages.ofPatient("/p/a_B-9/done", 410)).isNull();
    }

    @Test
    void otherPagesHaveNone() {
        assertThat(pages.ofPatient("/book", REFUSED)).isNull();
        assertThat(pages.ofPatient("/p/\"><b>", REFUSED)).isNull();
        assertThat(pages.ofPatient("/p/", REFUSED)).isNull();
    }
}
