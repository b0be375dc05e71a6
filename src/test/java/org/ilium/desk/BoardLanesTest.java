package org.ilium.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoardLanesTest {

    @Test
    void visitsOneAfterAnotherHaveTheWholeWidth() {
        var placed = BoardLanes.sideBySide(List.of(block(0, 60), block(60, 45)));

        assertThat(placed).extracting(BoardView.Block::lane).containsExactly(0, 0);
        assertThat(placed).extracting(BoardView.Block::lanes).containsExactly(1, 1);
    }

    @Test
    void visitsThatOverlapShareTheWidthAndTheNextOneDoesNot() {
        var placed =
                BoardLanes.sideBySide(
                        List.of(block(0, 60), block(15, 30), block(45, 30), block(90, 15)));

        assertThat(placed).extracting(BoardView.Block::lane).containsExactly(0, 1, 1, 0);
        assertThat(placed).extracting(BoardView.Block::lanes).containsExactly(2, 2, 2, 1);
    }

    private static BoardView.Block block(int from, int minutes) {
        return new BoardView.Block(
                "id",
                new BoardView.Span(from, minutes),
                0,
                0,
                1,
                "",
                "",
                "Demo Ada",
                "Follow-up",
                "booked",
                "Booked",
                false,
                false,
                false);
    }
}
