package io.copydesk.ingest.xml;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a family of formats declares about its markup, for {@link Xml} to read documents that break the rules. Immutable, safe for any
 * thread.
 */
public final class XmlVocabulary {

    /** No namespaces but the common ones, no root elements, {@link Nesting#AS_WRITTEN}. */
    public static final XmlVocabulary NONE = new XmlVocabulary(List.of(), Map.of(), Nesting.AS_WRITTEN);

    private final Namespaces namespaces;
    private final Map<String, String> roots;
    private final Nesting nesting;

    /**
     * A vocabulary.
     *
     * @param namespaces beside the common ones of {@code namespaces.txt}
     * @param roots local names of the elements that occur only at the top, each with the short name of its namespace
     * @param nesting where elements without an end tag end
     */
    public XmlVocabulary(Collection<Namespace> namespaces, Map<String, String> roots, Nesting nesting) {
        this.namespaces = new Namespaces(namespaces);
        this.roots = Map.copyOf(roots);
        this.nesting = nesting;
    }

    Nesting nesting() {
        return nesting;
    }

    boolean isRoot(String local) {
        return roots.containsKey(local);
    }

    /** The short name of the namespace that an undeclared prefix usually is bound to, or {@code ?}. */
    String spaceOfPrefix(String prefix) {
        return namespaces.ofPrefix(prefix);
    }

    /** The short name of the namespace that {@code address} means where {@code prefix} is declared as it on any element. */
    String spaceOfPrefix(String prefix, String address) {
        String known = address.isBlank() ? "" : namespaces.ofAddress(address);
        return known != null ? known : namespaces.ofPrefix(prefix);
    }

    /**
     * The short name of the namespace that {@code address} means as the default one of an element {@code local}. Root elements are read
     * in no namespace under an address that is the publisher's own or belongs to another root: RSS is met under the name of Atom.
     */
    String defaultSpace(String address, String local) {
        String known = address.isBlank() ? "" : namespaces.ofAddress(address);
        String own = roots.get(local);
        if (own != null && (known == null || !known.equals(own) && roots.containsValue(known))) {
            return "";
        }
        return known != null ? known : Namespaces.UNKNOWN;
    }
}
