package io.copydesk.ingest.feed;

import static io.copydesk.ingest.feed.FeedMarkup.Role.AFTER_PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.GROUP;
import static io.copydesk.ingest.feed.FeedMarkup.Role.ITEM;
import static io.copydesk.ingest.feed.FeedMarkup.Role.MODULE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PERSON;
import static io.copydesk.ingest.feed.FeedMarkup.Role.PROSE;
import static io.copydesk.ingest.feed.FeedMarkup.Role.VALUE;

import io.copydesk.ingest.xml.Namespace;
import io.copydesk.ingest.xml.Nesting;
import io.copydesk.ingest.xml.XmlElement;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where elements of feeds without an end tag end, from what the formats declare. Immutable. */
final class FeedNesting implements Nesting {

    private final FeedMarkup markup;
    private final Set<String> ownSpaces;
    /** Those of the modules as well. */
    private final Set<String> mixedSpaces;

    FeedNesting(FeedMarkup markup) {
        this.markup = markup;
        ownSpaces = markup.namespaces().stream().map(Namespace::name).collect(Collectors.toUnmodifiableSet());
        mixedSpaces =
                Stream.concat(ownSpaces.stream(), markup.all(MODULE).stream()).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean ends(XmlElement open, XmlElement start) {
        String name = open.local();
        if (isItem(start)) {
            return isItem(open) || mixedSpaces.contains(open.space()) && markup.is(name, VALUE, PROSE, GROUP);
        }
        if (!open.space().equals(start.space()) && !mixedSpaces.contains(start.space())) {
            return false;
        }
        String next = start.local();
        if (markup.is(name, PROSE)) {
            return markup.is(next, AFTER_PROSE, ITEM) && open.space().equals(start.space());
        }
        if (!markup.is(name, VALUE) || open.space().equals("xhtml")) {
            return false;
        }
        boolean emptyLink = name.equals("link") && open.attribute("href") != null;
        return emptyLink || markup.is(next, VALUE, PROSE, PERSON);
    }

    private boolean isItem(XmlElement element) {
        return ownSpaces.contains(element.space()) && markup.is(element.local(), ITEM);
    }
}
