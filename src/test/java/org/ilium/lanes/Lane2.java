package org.ilium.lanes;

/** Stands for its half of the test classes: see {@link LaneEngine}. */
final class Lane2 {}
