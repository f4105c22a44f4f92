package io.copydesk.ingest.websub;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes ids of callbacks and secrets, which nobody may guess. */
@FunctionalInterface
public interface Tokens {

    /** The next one: letters, digits, {@code -} and {@code _}. */
    String next();

    /** 256 random bits each, from the operating system. Thread-safe. */
    static Tokens secure() {
        SecureRandom random = new SecureRandom();
        return () -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }
}
