package io.copydesk.lab.simulation;

import java.util.SplittableRandom;

/** One invented site: whether and when it edits its pages, and how its server fails. For one thread. */
final class WatchedSite {

    /** When a site edits. */
    enum Editing {
        /** Never. */
        NONE(.35),
        /** In the first hour, as stories break. */
        SOON(.22),
        /** In the course of hours. */
        HOURS(.21),
        /** On the next day or two, as corrections come in. */
        LATER(.08),
        /** At any time. */
        ANY(.14);

        private final double share;

        Editing(double share) {
            this.share = share;
        }
    }

    /** How its server fails, for hours at a time and several times. */
    enum Fault {
        /** Never. */
        NONE(.3),
        /** 500 or no response. */
        DOWN(.12),
        /** 404 for everything. */
        MISSING(.14),
        /** A redirect to the front page for everything. */
        FRONT_PAGE(.12),
        /** 404 for some of the pages. */
        PART(.12),
        /** 404 for any request, at random and all the time. */
        RANDOM(.12),
        /** 403 or 429. */
        REFUSING(.08);

        private final double share;

        Fault(double share) {
            this.share = share;
        }
    }

    /** What its feed or sitemap says of pages that change. */
    enum Dates {
        /** Nothing. */
        NONE,
        /** The date of each page's last edit. */
        RIGHT,
        /** The same date for all pages, that of the last run of its system. */
        WRONG
    }

    private static final long HOUR = 3_600_000;

    final String host;
    final Editing editing;
    final Fault fault;

    /** Whether no two bodies are the same, as with advertisements in the page. */
    final boolean restless;

    Dates dates = Dates.NONE;

    /** Whether it shows "not found" pages with the status 200. */
    final boolean soft;

    /** How large it is, against others. */
    final double size;

    /** How inclined it is to edit, against others that do. */
    final double eager;

    /** The median of the time until it edits, in milliseconds. */
    private final double scale;

    /** The share of requests, or of pages, that fail. */
    private final double share;

    private final long[] failsFrom = new long[4];
    private final long[] failsTo = new long[4];
    private final SplittableRandom random;

    /** @param faults whether it may fail */
    WatchedSite(int number, boolean faults, long start, long end, SplittableRandom random) {
        this.random = random;
        host = "www.paper" + number + ".example";
        editing = editing(random.nextDouble());
        fault = faults ? fault(random.nextDouble()) : Fault.NONE;
        restless = random.nextBoolean();
        soft = number % 3 == 0;
        size = Math.exp(Rhythms.gaussian(random));
        eager = .3 + random.nextDouble() * 1.4;
        scale = scale();
        share = fault == Fault.RANDOM ? .03 + .4 * random.nextDouble() : .1 + .4 * random.nextDouble();
        for (int i = 0; i < failsFrom.length; i++) {
            failsFrom[i] = start + random.nextLong(end - start);
            failsTo[i] = failsFrom[i] + HOUR / 2 + (long) (random.nextDouble() * random.nextDouble() * 23 * HOUR);
        }
    }

    private static Editing editing(double draw) {
        double left = draw;
        for (Editing kind : Editing.values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return Editing.ANY;
    }

    private static Fault fault(double draw) {
        double left = draw;
        for (Fault kind : Fault.values()) {
            left -= kind.share;
            if (left < 0) {
                return kind;
            }
        }
        return Fault.REFUSING;
    }

    private double scale() {
        return switch (editing) {
            case SOON -> HOUR / 4.0 + random.nextDouble() * .75 * HOUR;
            case HOURS -> 2.0 * HOUR + random.nextDouble() * 4 * HOUR;
            case LATER -> 20.0 * HOUR + random.nextDouble() * 28 * HOUR;
            default -> 3.0 * HOUR;
        };
    }

    /** The time until the next edit, in milliseconds. */
    long untilEdit(boolean first) {
        if (editing == Editing.ANY) {
            return (long) (HOUR / 6.0 * Math.exp(random.nextDouble() * Math.log(7 * 24 * 6)));
        }
        if (first && random.nextDouble() < .03) {
            return (long) (24.0 * HOUR + random.nextDouble() * 144 * HOUR); // a late correction
        }
        double median = first ? scale : Math.max(2.0 * HOUR, scale);
        return (long) (median * Math.exp(.9 * Rhythms.gaussian(random)));
    }

    /** Whether the fault of the server, if it has one, shows in an answer about a page. */
    boolean fails(String url, long now) {
        if (fault == Fault.RANDOM) {
            return random.nextDouble() < share;
        }
        if (fault == Fault.PART && (url.hashCode() >>> 8) % 100 >= share * 100) {
            return false;
        }
        for (int i = 0; i < failsFrom.length; i++) {
            if (now >= failsFrom[i] && now < failsTo[i]) {
                return fault != Fault.NONE;
            }
        }
        return false;
    }
}
