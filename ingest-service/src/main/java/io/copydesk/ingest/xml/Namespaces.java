package io.copydesk.ingest.xml;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The known namespaces by address and by usual prefix: those of {@code namespaces.txt} and a vocabulary's own. Immutable. */
final class Namespaces {

    /** The short name of every namespace that is not known. */
    static final String UNKNOWN = "?";

    private static final List<Namespace> COMMON = ResourceLines.of(Namespaces.class, "namespaces.txt").stream()
            .map(Namespace::parse)
            .toList();

    private final Map<String, String> byAddress;
    private final Map<String, String> byPrefix;

    /** The common namespaces and {@code own}, which take precedence. */
    Namespaces(Collection<Namespace> own) {
        Map<String, String> addresses = new HashMap<>();
        Map<String, String> prefixes = new HashMap<>();
        List<Namespace> all = new ArrayList<>(COMMON);
        all.addAll(own);
        for (Namespace each : all) {
            each.prefixes().forEach(prefix -> prefixes.put(prefix, each.name()));
            each.addresses().forEach(address -> addresses.put(address, each.name()));
        }
        byAddress = Map.copyOf(addresses);
        byPrefix = Map.copyOf(prefixes);
    }

    /** The short name of the namespace with this address, {@code null} when it is not known. */
    @Nullable
    String ofAddress(String address) {
        return byAddress.get(comparable(address));
    }

    /** The short name of the namespace that an undeclared prefix usually is bound to, or {@link #UNKNOWN}. */
    String ofPrefix(String prefix) {
        return byPrefix.getOrDefault(prefix, UNKNOWN);
    }

    /** In lower case, without the scheme and without {@code /} and {@code #} at the end, which publishers add and forget. */
    private static String comparable(String address) {
        String text = LowerCase.of(address.strip());
        int scheme = text.indexOf("://");
        int from = scheme < 0 ? 0 : scheme + 3;
        int to = text.length();
        while (to > from && (text.charAt(to - 1) == '/' || text.charAt(to - 1) == '#')) {
            to--;
        }
        return text.substring(from, to);
    }
}
