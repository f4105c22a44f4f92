package io.copydesk.ingest.page;

import io.copydesk.schemas.LowerCase;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Undoes transfer and content codings of an HTTP body (RFC 9110 §8.4, RFC 9112 §7.1), never past a limit.
 *
 * <p>Archives often hold bodies that were decoded while the header fields still name the coding; data that do not start
 * like the coding named are therefore taken as they are.
 */
final class BodyDecoding {

    /** Those beside chunked that are undone (RFC 9112 §7.2); servers name all sorts of others and apply none. */
    private static final Set<String> TRANSFER_CODINGS = Set.of("gzip", "x-gzip", "deflate");

    private BodyDecoding() {}

    /** The entity of a response block, decoded; at most {@code maxBytes}. */
    static ContentDecoding.Result decode(byte[] block, HttpHead head, int maxBytes) {
        byte[] body = Arrays.copyOfRange(block, head.length(), block.length);
        List<String> transfer = head.members("Transfer-Encoding");
        boolean chunked = transfer.stream().anyMatch("chunked"::equalsIgnoreCase);
        List<String> codings = Stream.concat(
                        head.members("Content-Encoding").stream(),
                        transfer.stream().filter(coding -> TRANSFER_CODINGS.contains(LowerCase.of(coding))))
                .toList();
        ContentDecoding.Result transferred = chunked ? ChunkedBody.decode(body) : new ContentDecoding.Decoded(body);
        return transferred.fold(data -> ContentDecoding.decode(codings, data, maxBytes, false), refused -> refused);
    }
}
