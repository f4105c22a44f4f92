package io.copydesk.extraction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * Puts the pieces of a page that React streams out of order where they belong, as its script does in a browser: {@code <div hidden id="S:1">} is sent
 * at the end and takes the place of {@code <template id="B:1">} and of the placeholder that follows it up to {@code <!--/$-->}, or of
 * {@code <template id="P:1">} alone.
 */
final class StreamedPieces {

    private static final String PIECE = "S:";
    private static final String BOUNDARY = "B:";
    private static final String PLACE = "P:";
    private static final String END = "/$";

    /** Pieces that are placed and nodes of a placeholder that are removed at most, as each may take time linear in the size of the page. */
    private static final int MOST_PIECES = 1_000;

    private static final int MOST_NODES = 500;

    private StreamedPieces() {}

    /**
     * Places the pieces of {@code document}.
     *
     * @param html what it was parsed from
     */
    static void place(Document document, String html) {
        if (!mayHoldPiece(html)) {
            return;
        }
        List<Element> pieces = new ArrayList<>();
        Map<String, Element> templates = new HashMap<>();
        NodeTraversor.traverse(
                (node, depth) -> {
                    if (node instanceof Element element && element.attributesSize() > 0) {
                        String id = element.id();
                        if (id.startsWith(PIECE) && element.hasAttr("hidden") && pieces.size() < MOST_PIECES) {
                            pieces.add(element);
                        } else if (element.normalName().equals("template")) {
                            templates.putIfAbsent(id, element);
                        }
                    }
                },
                document);
        for (Element piece : pieces) {
            String number = piece.id().substring(PIECE.length());
            Element boundary = templates.get(BOUNDARY + number);
            Element template = boundary != null ? boundary : templates.get(PLACE + number);
            if (template != null && template.parent() != null && !isInside(template, piece)) {
                if (boundary != null) {
                    removePlaceholder(boundary);
                }
                template.parent().insertChildren(template.siblingIndex(), piece.childNodes());
                template.remove();
                piece.remove();
            }
        }
    }

    /** Whether a value in quotes begins like the id of a piece; capitals are rarer than quotes, so these are looked for. */
    private static boolean mayHoldPiece(String html) {
        int at = html.indexOf(PIECE.charAt(0), 1);
        while (at > 0) {
            if (html.charAt(at - 1) == '"' && html.startsWith(PIECE, at)) {
                return true;
            }
            at = html.indexOf(PIECE.charAt(0), at + 1);
        }
        return false;
    }

    /** A page may claim that a piece belongs into itself. */
    private static boolean isInside(Element template, Element piece) {
        for (Element outer = template; outer != null; outer = outer.parent()) {
            if (outer == piece) {
                return true;
            }
        }
        return false;
    }

    /** Removes what follows until the boundary ends; nothing when it does not. */
    private static void removePlaceholder(Element boundary) {
        List<Node> placeholder = new ArrayList<>();
        int depth = 0;
        Node next = boundary.nextSibling();
        while (next != null && placeholder.size() < MOST_NODES && !(depth == 0 && isComment(next, END))) {
            depth += isComment(next, END) ? -1 : opens(next) ? 1 : 0;
            placeholder.add(next);
            next = next.nextSibling();
        }
        if (isComment(next, END)) {
            placeholder.forEach(Node::remove);
        }
    }

    private static boolean opens(@Nullable Node node) {
        return isComment(node, "$") || isComment(node, "$?") || isComment(node, "$!");
    }

    private static boolean isComment(@Nullable Node node, String text) {
        return node instanceof Comment comment && comment.getData().equals(text);
    }
}
