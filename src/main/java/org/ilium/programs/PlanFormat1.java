package org.ilium.programs;

import java.util.List;
import org.ilium.catalog.Dosage;
import org.ilium.programs.stored.PlanV1;
import org.jspecify.annotations.Nullable;

/** A plan to and from format 1. */
final class PlanFormat1 {

    private PlanFormat1() {}

    static PlanV1 stored(PlanContent plan) {
        return new PlanV1(
                plan.title(),
                plan.note(),
                plan.items().stream().map(PlanFormat1::stored).toList(),
                plan.advice(),
                plan.stopSigns(),
                plan.totalMinutes());
    }

    private static PlanV1.Item stored(PlanItem item) {
        return new PlanV1.Item(
                item.slug(),
                item.name(),
                stored(item.dosage()),
                item.dose(),
                item.steps(),
                item.cue(),
                item.caution(),
                item.why(),
                item.note(),
                item.care());
    }

    private static PlanV1.Dose stored(Dosage dosage) {
        return new PlanV1.Dose(
                dosage.sets(),
                dosage.reps(),
                dosage.holdSeconds(),
                dosage.restSeconds(),
                dosage.durationMinutes(),
                dosage.timesPerDay(),
                dosage.daysPerWeek(),
                dosage.side() == null ? null : side(dosage.side()),
                dosage.perSide(),
                dosage.resistance(),
                dosage.note());
    }

    private static String side(Dosage.Side side) {
        return switch (side) {
            case LEFT -> "LEFT";
            case RIGHT -> "RIGHT";
        };
    }

    static PlanContent read(PlanV1 plan) {
        return new PlanContent(
                plan.title(),
                plan.note(),
                plan.items().stream().map(PlanFormat1::read).toList(),
                plan.advice(),
                plan.stopSigns(),
                plan.totalMinutes());
    }

    private static PlanItem read(PlanV1.Item item) {
        return new PlanItem(
                item.slug(),
                item.name(),
                read(item.dosage()),
                item.dose(),
                item.steps(),
                item.cue(),
                item.caution(),
                item.why(),
                item.note(),
                item.care() == null ? List.of() : item.care());
    }

    private static Dosage read(PlanV1.Dose dose) {
        return new Dosage(
                dose.sets(),
                dose.reps(),
                dose.holdSeconds(),
                dose.restSeconds(),
                dose.durationMinutes(),
                dose.timesPerDay(),
                dose.daysPerWeek(),
                side(dose.side()),
                dose.perSide(),
                dose.resistance(),
                dose.note());
    }

    private static Dosage.@Nullable Side side(@Nullable String side) {
        return side == null
                ? null
                : switch (side) {
                    case "LEFT" -> Dosage.Side.LEFT;
                    case "RIGHT" -> Dosage.Side.RIGHT;
                    default -> throw new IllegalStateException("no such side in format 1");
                };
    }
}
