package io.copydesk.enrich.story;

import io.copydesk.enrich.memory.ByteBlocks;
import io.copydesk.enrich.sketch.Fingerprint;
import io.copydesk.enrich.sketch.HeldSketch;
import io.copydesk.enrich.snapshot.SnapshotReader;
import io.copydesk.enrich.snapshot.SnapshotWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The works of a settled {@link StoryForest} in a snapshot, with the links between them; each by its place among them. Pure functions. */
final class WrittenNodes {

    private WrittenNodes() {}

    /** Writes works, which have their {@linkplain Node#place places}; the fingerprints of their originals by their ids alone. */
    static void write(List<Node> all, SnapshotWriter out) throws IOException {
        out.putInt(all.size());
        for (Node node : all) {
            out.putText(node.id());
            node.original().write(out);
            out.putLong(node.arrived());
            out.putText(node.isAssignedTo(node.fingerprint()) ? null : node.story());
        }
        for (Node node : all) {
            writeLinks(node, out);
        }
    }

    /** Each link is written with one of the two works. */
    private static void writeLinks(Node node, SnapshotWriter out) throws IOException {
        Links links = node.links();
        for (int i = 0; i < links.size(); i++) {
            if (links.other(i).place() < node.place()) {
                out.putInt(links.other(i).place());
                out.putInt(links.similarity(i));
                out.putByte(links.told(i));
            }
        }
        out.putInt(Node.NO_PLACE);
    }

    /**
     * The works that were written, in their order, each attached to its parent.
     *
     * @param fingerprints of the articles by id
     * @param blocks have what is compared of them
     */
    static List<Node> read(SnapshotReader in, Function<String, Fingerprint> fingerprints, ByteBlocks blocks)
            throws IOException {
        int count = in.getInt();
        List<Node> read = new ArrayList<>(count);
        while (read.size() < count) {
            Fingerprint original = fingerprints.apply(Objects.requireNonNull(in.getText()));
            Node node = new Node(HeldSketch.read(in, original, blocks), in.getLong());
            String story = in.getText();
            node.assign(story == null ? original : fingerprints.apply(story));
            read.add(node);
        }
        for (Node node : read) {
            for (int other = in.getInt(); other != Node.NO_PLACE; other = in.getInt()) {
                node.link(read.get(other), in.getInt(), in.getByte());
            }
        }
        read.forEach(Node::attach);
        return read;
    }
}
