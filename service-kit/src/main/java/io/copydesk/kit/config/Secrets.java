package io.copydesk.kit.config;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which values must never be shown, judged by their keys and by what a value itself says. */
final class Secrets {
    private static final String MASK = "********";
    private static final List<String> WORDS =
            List.of("password", "passphrase", "jaas", "secret", "token", "credential", "user.info", "private.key");
    /** {@code scheme://user:password@host}: the part between the slashes and the at sign. */
    private static final Pattern USER_INFO = Pattern.compile("(?<=://)[^/?#@]*+@");

    private Secrets() {}

    static String masked(String key, String value) {
        String name = key.toLowerCase(Locale.ROOT).replace('-', '.').replace('_', '.');
        boolean secret = name.endsWith("keystore.key") || WORDS.stream().anyMatch(name::contains);
        if (secret) {
            return value.isEmpty() ? "" : MASK;
        }
        return USER_INFO.matcher(value).replaceAll(MASK + "@");
    }
}
