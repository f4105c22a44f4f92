package io.copydesk.enrich.story;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The works of one story. For one thread. */
final class Cluster {

    private final List<Node> works;
    private final @Nullable String about;

    /** {@code null} until it is asked for. */
    private @Nullable Node central;

    /**
     * A story of works.
     *
     * @param works the earliest first
     * @param about the id of the affair that it belongs to with other stories; {@code null} for none
     */
    Cluster(List<Node> works, @Nullable String about) {
        this.works = works;
        this.about = about;
    }

    /** A story, without an affair, of those works that are at some places of the similarities, which are ascending. */
    static Cluster of(int[] places, Similarities similarities) {
        List<Node> all = similarities.works();
        Cluster cluster = new Cluster(Arrays.stream(places).mapToObj(all::get).toList(), null);
        cluster.central = all.get(similarities.central(places));
        return cluster;
    }

    /** The story of the same works that belongs to an affair. */
    Cluster in(@Nullable String affair) {
        if (Objects.equals(about, affair)) {
            return this;
        }
        Cluster same = new Cluster(works, affair);
        same.central = central;
        return same;
    }

    List<Node> works() {
        return works;
    }

    @Nullable
    String about() {
        return about;
    }

    /** The id of the story. */
    String id() {
        return first().id();
    }

    /** Its earliest work. */
    Node first() {
        return works.get(0);
    }

    /** Whether it has the same works and belongs to the same affair. */
    boolean isLike(Cluster other) {
        return works.equals(other.works) && Objects.equals(about, other.about);
    }

    /** The work that is most similar to all others on average, of equal ones the earliest; once all works have joined. */
    Node central() {
        Node found = central;
        if (found == null) {
            found = mostSimilar();
            central = found;
        }
        return found;
    }

    private Node mostSimilar() {
        Node best = works.get(0);
        long most = 0;
        for (Node work : works) {
            Links links = work.links();
            long sum = 0;
            for (int i = 0; i < links.size(); i++) {
                sum += links.other(i).cluster() == this ? links.similarity(i) : 0;
            }
            if (sum > most) {
                most = sum;
                best = work;
            }
        }
        return best;
    }
}
