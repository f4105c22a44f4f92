package io.copydesk.enrich.story;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The works of one story. Compared by identity.
 *
 * @param works the earliest first
 * @param about the id of the affair that it belongs to with other stories; {@code null} for none
 */
record Cluster(List<Node> works, @Nullable String about) {

    /** The id of the story. */
    String id() {
        return works.get(0).id();
    }

    /** Whether it has the same works and belongs to the same affair. */
    boolean isLike(Cluster other) {
        return works.equals(other.works) && Objects.equals(about, other.about);
    }

    /** The work that is most similar to all others on average, of equal ones the earliest. */
    Node central() {
        Node central = works.get(0);
        long most = 0;
        for (Node work : works) {
            long sum = 0;
            for (int i = 0; i < work.links().size(); i++) {
                sum += work.links().other(i).cluster() == this ? work.links().similarity(i) : 0;
            }
            if (sum > most) {
                most = sum;
                central = work;
            }
        }
        return central;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
