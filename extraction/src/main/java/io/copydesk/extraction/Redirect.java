package io.copydesk.extraction;

import io.copydesk.extraction.metadata.MetaRefresh;
import io.copydesk.extraction.notice.Passage;
import java.util.List;
import org.jsoup.nodes.Document;

/** Recognises pages that only redirect: a refresh to another address within seconds, and hardly any text. */
final class Redirect {

    private Redirect() {}

    static boolean isOne(Document document, List<Passage> passages) {
        int length = 0;
        for (Passage p : passages) {
            length += p.text().length();
        }
        return length <= MetaRefresh.MAX_TEXT
                && !MetaRefresh.addresses(document).isEmpty();
    }
}
