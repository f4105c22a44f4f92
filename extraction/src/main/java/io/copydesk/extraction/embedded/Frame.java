package io.copydesk.extraction.embedded;

import io.copydesk.extraction.embedded.FieldWords.Meaning;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object or array that is being read. */
final class Frame {

    private static final int LOOKED_AT = 20;
    private static final int PROBE = 60;

    /** The folded name of the field it is the value of; that of its array for an object inside one. */
    final String name;

    final boolean array;

    /** Its type by its own fields. */
    String type = "";

    @Nullable
    String headline;

    boolean identified;
    /** Long texts in fields whose names have no known meaning. */
    final List<Piece> loose = new ArrayList<>(0);
    /** Strings that are JSON themselves. */
    final List<String> nested = new ArrayList<>(0);

    private List<Piece> pieces = new ArrayList<>(4);

    Frame(String name, boolean array) {
        this.name = name;
        this.array = array;
    }

    List<Piece> pieces() {
        return pieces;
    }

    /** Keeps the first type with a known meaning: {@code "_type": "block", "style": "h2"}. */
    void type(String folded) {
        boolean known = FieldWords.is(folded, Meaning.HEADING)
                || FieldWords.is(folded, Meaning.ITEM)
                || FieldWords.is(folded, Meaning.QUOTE)
                || FieldWords.is(folded, Meaning.SKIPPED);
        if (known || type.isEmpty()) {
            type = folded;
        }
    }

    void add(Piece piece) {
        pieces.add(piece);
    }

    /** Adds the text of a field; when another field begins alike (the same as HTML, or a shorter form), the longer one is kept. */
    void addAll(List<Piece> more) {
        if (!array && !pieces.isEmpty() && beginsAlike(pieces, more)) {
            pieces = weight(more) > weight(pieces) ? more : pieces;
        } else {
            pieces.addAll(more);
        }
    }

    /** Its text as blocks, once all of it has been read. */
    List<Piece> close() {
        if (FieldWords.is(type, Meaning.SKIPPED)) {
            return List.of();
        }
        String tag = tag();
        if (tag == null || array || pieces.stream().anyMatch(Piece::hasBlocks)) {
            return pieces;
        }
        List<Piece> blocks = new ArrayList<>();
        StringBuilder open = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.whole()) {
                flush(open, tag, blocks);
                blocks.add(piece.tag().equals("p") ? new Piece(tag, piece.text(), true) : piece);
            } else {
                open.append(piece.text());
            }
        }
        flush(open, tag, blocks);
        return blocks;
    }

    private static void flush(StringBuilder open, String tag, List<Piece> blocks) {
        if (!open.toString().isBlank()) {
            blocks.add(new Piece(tag, open.toString(), true));
        }
        open.setLength(0);
    }

    /** The element that this object represents, {@code null} when it is not one and its parts are blocks of their own. */
    private @Nullable String tag() {
        if (FieldWords.is(type, Meaning.HEADING)) {
            return "h2";
        }
        if (FieldWords.is(type, Meaning.ITEM)) {
            return "li";
        }
        if (FieldWords.is(type, Meaning.QUOTE)) {
            return "blockquote";
        }
        boolean leaf = type.equals("text") && pieces.size() < 2;
        return FieldWords.is(type, Meaning.PARAGRAPH) && !leaf ? "p" : null;
    }

    static int weight(List<Piece> pieces) {
        int weight = 0;
        for (Piece piece : pieces) {
            weight += piece.isProse() ? piece.text().length() : 0;
        }
        return weight;
    }

    private static boolean beginsAlike(List<Piece> a, List<Piece> b) {
        String one = beginning(a);
        return one.length() > 20 && one.equals(beginning(b));
    }

    private static String beginning(List<Piece> pieces) {
        for (Piece piece : pieces.subList(0, Math.min(LOOKED_AT, pieces.size()))) {
            if (piece.isProse()) {
                return Squeezed.beginning(piece.text(), PROBE);
            }
        }
        return "";
    }
}
