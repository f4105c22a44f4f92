package io.copydesk.lab.simulation;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Generates publication times. */
final class Rhythms {

    static final long HOUR = 3_600_000L;
    static final long DAY = 24 * HOUR;
    private static final double MOST_A_DAY = 400;

    private Rhythms() {}

    /** How a feed's items are spread over time. */
    enum Kind {
        /** More by day than by night, less at weekends. */
        NEWSROOM,
        /** A constant rate. */
        STEADY,
        /** One edition a day, at about the same time. */
        EDITION,
        /** Several items at once, then a long gap. */
        BURSTS,
        /** Office hours of working days only. */
        OFFICE
    }

    static Kind kind(SplittableRandom random) {
        double draw = random.nextDouble();
        return draw < 0.5
                ? Kind.NEWSROOM
                : draw < 0.65 ? Kind.STEADY : draw < 0.77 ? Kind.EDITION : draw < 0.9 ? Kind.BURSTS : Kind.OFFICE;
    }

    /** Items a day: log-normal, a median of a bit more than one and a mean of about five. */
    static double itemsPerDay(SplittableRandom random) {
        return Math.min(MOST_A_DAY, 1.3 * Math.exp(1.6 * gaussian(random)));
    }

    /** Times of publication from {@code from} to {@code to}, in order, to the second. */
    static long[] times(Kind kind, double perDay, long from, long to, SplittableRandom random) {
        int zone = random.nextInt(24);
        long[] times = new long[(int) Math.min(1_000_000, perDay * (to - from) / DAY * 3 + 1000)];
        int count = 0;
        double most = perDay / 24 * 3.2;
        int batch = kind == Kind.EDITION ? Math.max(1, (int) Math.round(perDay)) : kind == Kind.BURSTS ? 4 : 1;
        if (kind == Kind.EDITION) {
            double chance = Math.min(1, perDay);
            for (long day = from; day < to; day += DAY) {
                if (random.nextDouble() < chance) {
                    long at = day + zone * HOUR + (long) (gaussian(random) * 0.3 * HOUR);
                    count = put(times, count, at, batch, 10 * 60_000L, random);
                }
            }
        } else {
            double at = from;
            while (true) {
                at += -Math.log(1 - random.nextDouble()) / (most / batch) * HOUR;
                if (at >= to) {
                    break;
                }
                if (random.nextDouble() < weight(kind, (long) at, zone) / 3.2) {
                    int size = batch == 1 ? 1 : 1 + random.nextInt(2 * batch - 1);
                    count = put(times, count, (long) at, size, 20 * 60_000L, random);
                }
            }
        }
        long[] kept = Arrays.stream(times, 0, count)
                .filter(time -> time >= from && time < to)
                .sorted()
                .toArray();
        return kept;
    }

    private static int put(long[] times, int count, long at, int size, long within, SplittableRandom random) {
        int filled = count;
        for (int i = 0; i < size && filled < times.length; i++) {
            times[filled++] = (at + (size == 1 ? 0 : random.nextLong(within))) / 1000 * 1000;
        }
        return filled;
    }

    /** The rate at a time over the mean rate. */
    private static double weight(Kind kind, long at, int zone) {
        int hour = (int) Math.floorMod(at / HOUR + zone, 24L);
        boolean weekend = Math.floorMod(at / DAY, 7L) < 2;
        return switch (kind) {
            case NEWSROOM -> (hour < 6 ? 0.2 : hour < 9 ? 1.4 : hour < 19 ? 1.6 : 0.7) * (weekend ? 0.55 : 1.1);
            case OFFICE -> weekend || hour < 8 || hour > 17 ? 0.03 : 3.1;
            default -> 1;
        };
    }

    static double gaussian(SplittableRandom random) {
        double first = 1 - random.nextDouble();
        return Math.sqrt(-2 * Math.log(first)) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
