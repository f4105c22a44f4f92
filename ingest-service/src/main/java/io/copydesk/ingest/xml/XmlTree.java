package io.copydesk.ingest.xml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Builds the tree and closes elements without an end tag. One instance per document. */
final class XmlTree implements XmlScanner.Sink {

    private final Nesting nesting;
    private final Predicate<XmlElement> taken;
    private final XmlElement document = new XmlElement("", "", List.of());
    private final List<XmlElement> open = new ArrayList<>();
    private final List<String> tags = new ArrayList<>();
    private final List<Scope> scopes = new ArrayList<>();
    /** For each open element the number of elements before it. */
    private final List<Integer> before = new ArrayList<>();

    private int elements;

    XmlTree(XmlVocabulary vocabulary, Predicate<XmlElement> taken) {
        this.nesting = vocabulary.nesting();
        this.taken = taken;
        push(document, "", Scope.outermost(vocabulary));
    }

    /** The document, after closing all open elements. */
    XmlElement document() {
        top().cut();
        closeDownTo(1);
        return document;
    }

    @Override
    public boolean full() {
        return elements >= Xml.MAX_ELEMENTS;
    }

    @Override
    public void start(String tag, List<String> attributes, boolean closed) {
        elements++;
        if (open.size() > Xml.MAX_DEPTH) {
            return;
        }
        int colon = tag.indexOf(':');
        String prefix = colon < 0 ? "" : tag.substring(0, colon);
        String local = tag.substring(colon + 1);
        Scope outer = scopes.get(scopes.size() - 1);
        Scope scope = outer.with(attributes, prefix, local);
        XmlElement element = new XmlElement(scope.space(prefix), local, scope.resolved(attributes));
        while (open.size() > 1 && nesting.ends(top(), element)) {
            pop();
        }
        top().add(element);
        push(element, tag, scope);
        if (closed) {
            pop();
        }
    }

    @Override
    public void end(String tag) {
        for (int i = open.size() - 1; i > 0; i--) {
            if (tags.get(i).equals(tag)) {
                closeDownTo(i);
                return;
            }
        }
    }

    @Override
    public void text(String text) {
        top().add(text);
    }

    private XmlElement top() {
        return open.get(open.size() - 1);
    }

    private void push(XmlElement element, String tag, Scope scope) {
        open.add(element);
        tags.add(tag);
        scopes.add(scope);
        before.add(elements - 1);
    }

    private void pop() {
        int last = open.size() - 1;
        tags.remove(last);
        scopes.remove(last);
        int kept = before.remove(last);
        if (taken.test(open.remove(last))) {
            top().removeLast();
            elements = kept;
        }
    }

    private void closeDownTo(int depth) {
        while (open.size() > depth) {
            pop();
        }
    }
}
