package org.ilium.desk;

import java.util.ArrayList;
import java.util.List;

/** Puts appointments that overlap side by side; each group that touches shares its width. */
final class BoardLanes {

    private BoardLanes() {}

    /** The same blocks, given by start, each in the first lane that is free. */
    static List<BoardView.Block> sideBySide(List<BoardView.Block> byStart) {
        List<BoardView.Block> placed = new ArrayList<>();
        List<BoardView.Block> group = new ArrayList<>();
        List<Integer> laneEnds = new ArrayList<>();
        int groupEnd = 0;
        for (BoardView.Block block : byStart) {
            int from = block.span().from();
            if (from >= groupEnd) {
                flush(group, laneEnds.size(), placed);
                laneEnds.clear();
            }
            int lane = 0;
            while (lane < laneEnds.size() && laneEnds.get(lane) > from) {
                lane++;
            }
            int end = from + block.span().minutes();
            if (lane == laneEnds.size()) {
                laneEnds.add(end);
            } else {
                laneEnds.set(lane, end);
            }
            group.add(block.inLane(lane, 1));
            groupEnd = Math.max(groupEnd, end);
        }
        flush(group, laneEnds.size(), placed);
        return placed;
    }

    private static void flush(
            List<BoardView.Block> group, int lanes, List<BoardView.Block> placed) {
        group.forEach(block -> placed.add(block.inLane(block.lane(), lanes)));
        group.clear();
    }
}
