package io.copydesk.ingest.link;

import com.ibm.icu.text.IDNA;
import crawlercommons.domains.EffectiveTldFinder;
import io.copydesk.schemas.LowerCase;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Normalises hosts: lower-case ASCII names, internationalised names in Punycode, addresses in their canonical form (WHATWG URL, host
 * parser; UTS #46 without transitional processing).
 *
 * <p>As in browsers, a valid name need not be a valid DNS name: it may have empty or long labels and a last dot. Pure, never throws.
 */
public final class Host {

    private static final int MAX_LENGTH = 1024;
    private static final String FORBIDDEN = " #/:<>?@[\\]^|%";

    /** Optional checks of UTS #46 that the URL standard does not enable. */
    private static final Set<IDNA.Error> ALLOWED = EnumSet.of(
            IDNA.Error.EMPTY_LABEL,
            IDNA.Error.LABEL_TOO_LONG,
            IDNA.Error.DOMAIN_NAME_TOO_LONG,
            IDNA.Error.LEADING_HYPHEN,
            IDNA.Error.TRAILING_HYPHEN,
            IDNA.Error.HYPHEN_3_4);

    private Host() {}

    /** The normalised name or address, empty when it is invalid or longer than 1,024 characters before or after. */
    public static Optional<String> normalize(String host) {
        if (host.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        if (host.startsWith("[")) {
            return Ipv6.parse(host);
        }
        String decoded = Percent.decode(host);
        String name = plain(decoded) ? LowerCase.of(decoded) : International.ascii(decoded);
        if (name == null || name.isEmpty() || name.length() > MAX_LENGTH || forbidden(name)) {
            return Optional.empty();
        }
        return Ipv4.endsInNumber(name) ? Ipv4.parse(name) : Optional.of(name);
    }

    /** True for an address in the form that {@link #normalize} gives. */
    public static boolean isAddress(String host) {
        return host.startsWith("[") || Ipv4.endsInNumber(host);
    }

    /** The name without the root label's dot, which makes no difference in DNS. */
    public static String withoutLastDot(String name) {
        int end = name.length() - 1;
        return end > 0 && name.charAt(end) == '.' && name.charAt(end - 1) != '.' ? name.substring(0, end) : name;
    }

    /**
     * The registrable domain of a normalised name by the public suffix list, private suffixes such as {@code
     * github.io} included; under a top-level domain that is not in the list, the last two labels. Empty for an
     * address, a single label and a public suffix. A last dot is ignored.
     */
    public static Optional<String> registrableDomain(String name) {
        if (isAddress(name)) {
            return Optional.empty();
        }
        String bare = withoutLastDot(name);
        String domain = EffectiveTldFinder.getAssignedDomain(bare, true, false);
        if (domain == null && bare.indexOf('.') > 0 && EffectiveTldFinder.getEffectiveTLD(bare) == null) {
            domain = bare.substring(bare.lastIndexOf('.', bare.lastIndexOf('.') - 1) + 1);
        }
        return Optional.ofNullable(domain);
    }

    /** Whether the name is ASCII without a Punycode label, and so needs no tables of UTS #46. */
    private static boolean plain(String name) {
        boolean start = true;
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 0x80 || start && name.regionMatches(true, i, "xn--", 0, 4)) {
                return false;
            }
            start = name.charAt(i) == '.';
        }
        return true;
    }

    private static boolean forbidden(String name) {
        return name.chars().anyMatch(c -> c <= ' ' || c >= 0x7f || FORBIDDEN.indexOf(c) >= 0);
    }

    /** Apart, so that its tables are read only when a name needs them. */
    private static final class International {

        private static final IDNA UTS_46 = IDNA.getUTS46Instance(IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);

        static @Nullable String ascii(String name) {
            IDNA.Info info = new IDNA.Info();
            StringBuilder ascii = UTS_46.nameToASCII(name, new StringBuilder(), info);
            return ALLOWED.containsAll(info.getErrors()) ? ascii.toString() : null;
        }
    }
}
