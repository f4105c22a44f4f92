package io.copydesk.ingest.page;

import java.util.Arrays;

/**
 * Undoes transfer and content codings of an HTTP body (RFC 9110 §8.4, RFC 9112 §7.1), never past a limit.
 *
 * <p>Archives often hold bodies that were decoded while the header fields still name the coding; data that do not start
 * like the coding named are therefore taken as they are.
 */
final class BodyDecoding {

    private BodyDecoding() {}

    /** A body that cannot be decoded. */
    static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        Refusal(String reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }

    /** The entity of a response block, decoded; at most {@code maxBytes}. */
    static byte[] decode(byte[] block, HttpHead head, int maxBytes) throws Refusal {
        byte[] body = Arrays.copyOfRange(block, head.length(), block.length);
        if (head.members("Transfer-Encoding").stream().anyMatch("chunked"::equalsIgnoreCase)) {
            body = ChunkedBody.decode(body);
        }
        ContentDecoding.Result result = ContentDecoding.decode(head.members("Content-Encoding"), body, maxBytes, false);
        if (result instanceof ContentDecoding.Refused refused) {
            throw new Refusal(refused.reason(), refused.detail());
        }
        return ((ContentDecoding.Decoded) result).body();
    }
}
