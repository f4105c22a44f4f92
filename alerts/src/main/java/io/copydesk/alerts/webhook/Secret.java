package io.copydesk.alerts.webhook;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that messages to a receiver are signed with, as <a href="https://www.standardwebhooks.com/">Standard Webhooks 1.0</a> has it: HMAC-SHA-256
 * over id, time and body. Its text shows nothing of the key. Safe for use by several threads.
 */
public final class Secret {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    /**
     * The secret of its text: {@code whsec_} and 24 to 64 bytes in base64.
     *
     * @throws IllegalArgumentException when it is none; the message does not have the text
     */
    public static Secret of(String text) {
        String encoded = text.strip();
        byte[] key;
        try {
            key = encoded.startsWith(PREFIX)
                    ? Base64.getDecoder().decode(encoded.substring(PREFIX.length()))
                    : new byte[0];
        } catch (IllegalArgumentException e) {
            key = new byte[0];
        }
        if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
            throw new IllegalArgumentException("a secret is " + PREFIX + " and 24 to 64 bytes in base64, as in: echo "
                    + PREFIX + "$(head -c 32 /dev/urandom | base64)");
        }
        return new Secret(key);
    }

    /**
     * The value of the field {@code webhook-signature}.
     *
     * @param time seconds of the epoch
     */
    String signature(String id, long time, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id + '.' + time + '.' + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException(ALGORITHM + " is required of every Java platform", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
