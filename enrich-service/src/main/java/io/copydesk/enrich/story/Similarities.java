package io.copydesk.enrich.story;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How similar works are to each other that are parted into stories together, and which of these similarities count as evidence of one event. A
 * function of the works, {@linkplain #update brought up to date} at the cost of those that came or went, as a link between two works stays as it is.
 * For one thread.
 */
final class Similarities {

    private static final int LEAST_ROOM = 4;

    /** The earliest first. */
    private List<Node> works = List.of();

    /** The row of each work. */
    private int[] rows = {};

    /** The work of each row, {@code null} of a row that is free. */
    private @Nullable Node[] byRow = {};

    /** Row by row the {@linkplain Links#strength strengths} of the links between the works, each in both rows; 0 without a link. */
    private int[] strengths = {};

    /** In the same places the similarities that {@linkplain #counts count}. */
    private int[] counted = {};

    /** Of each row the greatest similarity to another work, 0 when there is none. */
    private int[] greatest = {};

    /** The second greatest, 0 when there are fewer than two. */
    private int[] second = {};

    /** Of each row whether a link came or went since it was found which of its similarities count. */
    private boolean[] changed = {};

    /**
     * Those of works.
     *
     * @param works the earliest first
     */
    static Similarities of(List<Node> works) {
        Similarities all = new Similarities();
        all.update(works);
        return all;
    }

    /** The works, the earliest first. */
    List<Node> works() {
        return works;
    }

    /** How many works there are. */
    int count() {
        return rows.length;
    }

    /** The similarity of two works, whether it counts or not; 0 without a link. */
    int between(int one, int other) {
        return Links.similarityOf(strengths[rows[one] * byRow.length + rows[other]]);
    }

    /** Of the works at some places that which is most similar to the others on average, the first of equal ones. */
    int central(int[] places) {
        int central = places[0];
        long most = 0;
        for (int one : places) {
            long sum = 0;
            for (int other : places) {
                sum += between(one, other);
            }
            if (sum > most) {
                most = sum;
                central = one;
            }
        }
        return central;
    }

    /** Copies the similarities that count row by row, 0 for the others. */
    void copyCounted(long[] into) {
        int at = 0;
        for (int row : rows) {
            int start = row * byRow.length;
            for (int column : rows) {
                into[at++] = counted[start + column];
            }
        }
    }

    /**
     * Makes these the similarities of other works.
     *
     * @param now the earliest first
     */
    void update(List<Node> now) {
        for (int row = 0; row < byRow.length; row++) {
            place(byRow[row], row);
        }
        removeAllBut(now);
        List<Node> added =
                now.stream().filter(work -> work.place() == Node.NO_PLACE).toList();
        makeRoom(now.size());
        give(added);
        works = now;
        rows = now.stream().mapToInt(Node::place).toArray();
        added.forEach(this::readLinks);
        now.forEach(work -> work.placeAt(Node.NO_PLACE));
        for (int row : rows) {
            if (changed[row]) {
                count(row);
            }
        }
        Arrays.fill(changed, false);
    }

    private static void place(@Nullable Node work, int row) {
        if (work != null) {
            work.placeAt(row);
        }
    }

    /** Frees the rows of works that are not among these, which have their places. */
    private void removeAllBut(List<Node> now) {
        boolean[] stays = new boolean[byRow.length];
        for (Node work : now) {
            if (work.place() != Node.NO_PLACE) {
                stays[work.place()] = true;
            }
        }
        for (int row = 0; row < byRow.length; row++) {
            if (!stays[row] && byRow[row] != null) {
                place(byRow[row], Node.NO_PLACE);
                byRow[row] = null;
                unlink(row);
            }
        }
        for (int row = 0; row < byRow.length; row++) {
            if (changed[row]) {
                rank(row);
            }
        }
    }

    private void unlink(int row) {
        int length = byRow.length;
        for (int other = 0; other < length; other++) {
            changed[other] |= strengths[row * length + other] != 0;
            strengths[other * length + row] = 0;
            counted[other * length + row] = 0;
        }
        Arrays.fill(strengths, row * length, (row + 1) * length, 0);
        Arrays.fill(counted, row * length, (row + 1) * length, 0);
        changed[row] = true;
    }

    /** Gives free rows to works. */
    private void give(List<Node> added) {
        int row = 0;
        for (Node work : added) {
            while (byRow[row] != null) {
                row++;
            }
            byRow[row] = work;
            work.placeAt(row);
        }
    }

    private void makeRoom(int count) {
        int before = byRow.length;
        if (count > before) {
            int length = Math.max(count, Math.min(StoryConstants.MOST_WORKS, LEAST_ROOM + before + (before >> 1)));
            byRow = Arrays.copyOf(byRow, length);
            strengths = widened(strengths, before, length);
            counted = widened(counted, before, length);
            greatest = Arrays.copyOf(greatest, length);
            second = Arrays.copyOf(second, length);
            changed = Arrays.copyOf(changed, length);
        }
    }

    private static int[] widened(int[] all, int before, int length) {
        int[] wider = new int[length * length];
        for (int row = 0; row < before; row++) {
            System.arraycopy(all, row * before, wider, row * length, before);
        }
        return wider;
    }

    /** Reads the links of a work to the others, some of which may have been read with these. */
    private void readLinks(Node added) {
        Links links = added.links();
        int row = added.place();
        for (int link = 0; link < links.size(); link++) {
            int other = links.other(link).place();
            if (other != Node.NO_PLACE && strengths[row * byRow.length + other] == 0) {
                strengths[row * byRow.length + other] = links.strength(link);
                strengths[other * byRow.length + row] = links.strength(link);
                rank(row, links.similarity(link));
                rank(other, links.similarity(link));
                changed[row] = true;
                changed[other] = true;
            }
        }
    }

    /** Finds the two greatest similarities of a row that has lost some. */
    private void rank(int row) {
        greatest[row] = 0;
        second[row] = 0;
        for (int i = row * byRow.length; i < (row + 1) * byRow.length; i++) {
            rank(row, Links.similarityOf(strengths[i]));
        }
    }

    private void rank(int row, int similarity) {
        second[row] = Math.max(second[row], Math.min(greatest[row], similarity));
        greatest[row] = Math.max(greatest[row], similarity);
    }

    /** Finds which similarities of a row count. */
    private void count(int row) {
        for (int other = 0; other < byRow.length; other++) {
            int strength = strengths[row * byRow.length + other];
            if (strength != 0) {
                int similarity =
                        counts(strength, Math.min(second[row], second[other])) ? Links.similarityOf(strength) : 0;
                counted[row * byRow.length + other] = similarity;
                counted[other * byRow.length + row] = similarity;
            }
        }
    }

    /**
     * Whether a link is evidence of one event: what one lead says the other text tells for the most part, or the two are nearly as similar as each is to
     * others. Reports of two matches of one league are neither.
     *
     * @param usual the second greatest similarity of the two works, of that with the lower one
     */
    private static boolean counts(int strength, int usual) {
        int told = Links.toldOf(strength);
        long least = 2 * StoryConstants.LEAST_SHARE - told;
        return told >= StoryConstants.TOLD || 200L * Links.similarityOf(strength) >= least * usual;
    }
}
