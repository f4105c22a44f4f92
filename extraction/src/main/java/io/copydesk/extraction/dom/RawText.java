package io.copydesk.extraction.dom;

import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;

/** The contents of scripts and style sheets. Stateless. */
public final class RawText {

    private RawText() {}

    /** What {@link Element#data} returns, without copying it when it is in one piece, as it is after a parse. */
    public static String of(Element element) {
        return element.childNodeSize() == 1 && element.childNode(0) instanceof DataNode data
                ? data.getWholeData()
                : element.data();
    }
}
