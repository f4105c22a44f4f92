package io.copydesk.ingest.link;

import crawlercommons.domains.EffectiveTldFinder;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/**
 * Host names in one spelling: lower-case ASCII, internationalised names in Punycode, addresses in their usual form.
 *
 * <p>Names are mapped by NFKC and lower case, which is what UTS #46 does to all but a few characters; unlike the
 * JDK's IDNA 2003, ß stays itself. A last dot is dropped. Pure, never throws.
 */
public final class Host {

    private static final int MAX_NAME = 253;
    private static final int MAX_LABEL = 63;
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

    private Host() {}

    /** The name or address as it stands in a URL, empty when it is neither. */
    public static Optional<String> normalize(String host) {
        if (host.length() > 4 * MAX_NAME) {
            return Optional.empty();
        }
        if (host.startsWith("[")) {
            return IpAddress.v6(host);
        }
        String mapped = mapped(Percent.decode(host));
        String bare = mapped.endsWith(".") ? mapped.substring(0, mapped.length() - 1) : mapped;
        return IpAddress.looksLikeV4(bare) ? IpAddress.v4(bare) : name(bare);
    }

    /** True for an address in the form that {@link #normalize} gives. */
    public static boolean isAddress(String host) {
        return host.startsWith("[") || IpAddress.looksLikeV4(host);
    }

    /**
     * The registrable domain of a normalised name by the public suffix list, private suffixes such as {@code
     * github.io} included; under a top-level domain that the list does not name, the last two labels. Empty for an
     * address, a single label and a public suffix.
     */
    public static Optional<String> registrableDomain(String name) {
        if (isAddress(name)) {
            return Optional.empty();
        }
        String domain = EffectiveTldFinder.getAssignedDomain(name, true, false);
        if (domain == null && name.indexOf('.') > 0 && EffectiveTldFinder.getEffectiveTLD(name) == null) {
            domain = name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1);
        }
        return Optional.ofNullable(domain);
    }

    private static Optional<String> name(String mapped) {
        StringBuilder name = new StringBuilder();
        for (String label : mapped.split("\\.", -1)) {
            String ascii = label.codePoints().anyMatch(Host::neverInName) ? "" : Punycode.label(label);
            if (ascii.isEmpty() || ascii.length() > MAX_LABEL || forbidden(ascii)) {
                return Optional.empty();
            }
            name.append(name.isEmpty() ? "" : ".").append(ascii);
        }
        // A label may only turn out to be a number once it is written in ASCII digits.
        return name.length() > MAX_NAME || IpAddress.looksLikeV4(name.toString())
                ? Optional.empty()
                : Optional.of(name.toString());
    }

    private static String mapped(String host) {
        if (host.chars().allMatch(c -> c < 0x80)) {
            return host.toLowerCase(Locale.ROOT);
        }
        StringBuilder kept = new StringBuilder();
        host.codePoints()
                .filter(c -> !ignored(c))
                .map(c -> c == 0x3002 ? '.' : c)
                .forEach(kept::appendCodePoint);
        String folded = Normalizer.normalize(kept, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC);
    }

    /** Characters without a form of their own, which UTS #46 drops. */
    private static boolean ignored(int c) {
        return c == 0xad || c == 0x200b || c == 0x2060 || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f);
    }

    private static boolean neverInName(int c) {
        int type = Character.getType(c);
        return c == 0xfffd
                || type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SPACE_SEPARATOR;
    }

    private static boolean forbidden(String label) {
        return label.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }
}
