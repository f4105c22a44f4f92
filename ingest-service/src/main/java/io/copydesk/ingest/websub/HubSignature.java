package io.copydesk.ingest.websub;

import io.copydesk.schemas.LowerCase;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The field {@code X-Hub-Signature} (WebSub §7.1): an HMAC (RFC 2104) of the body with the secret of the subscription. SHA-1, which the standard still
 * names, is not accepted. Pure, safe for any thread.
 */
public final class HubSignature {

    private static final Map<String, String> ALGORITHMS =
            Map.of("sha256", "HmacSHA256", "sha384", "HmacSHA384", "sha512", "HmacSHA512");

    private HubSignature() {}

    /**
     * Whether a body was signed with a secret, compared in a time that does not depend on where the signatures differ.
     *
     * @param field {@code METHOD=HEX}; {@code null} when there was none
     */
    public static boolean holds(@Nullable String field, String secret, byte[] body) {
        int equals = field == null ? -1 : field.indexOf('=');
        if (field == null || equals < 0) {
            return false;
        }
        String algorithm =
                ALGORITHMS.get(LowerCase.of(field.substring(0, equals).strip()));
        if (algorithm == null) {
            return false;
        }
        try {
            byte[] given = HexFormat.of().parseHex(field.substring(equals + 1).strip());
            return MessageDigest.isEqual(hmac(algorithm, secret, body), given);
        } catch (IllegalArgumentException notHex) {
            return false;
        }
    }

    /**
     * The field of a body.
     *
     * @param method {@code sha256}, {@code sha384} or {@code sha512}
     * @throws IllegalArgumentException for another method
     */
    public static String of(String method, String secret, byte[] body) {
        String algorithm = ALGORITHMS.get(method);
        if (algorithm == null) {
            throw new IllegalArgumentException("no method that is accepted: " + method);
        }
        return method + "=" + HexFormat.of().formatHex(hmac(algorithm, secret, body));
    }

    private static byte[] hmac(String algorithm, String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime lacks " + algorithm, e);
        }
    }
}
