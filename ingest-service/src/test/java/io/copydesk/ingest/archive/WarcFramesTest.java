package io.copydesk.ingest.archive;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.ingest.archive.WarcFrames.Frame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarcFramesTest {

    private static final int KEEP = 40;

    @Test
    void aRecordEndsWithTwoLineEndsOrFewerBeforeTheNextOrTheEnd() throws IOException {
        String first = record("1", "aaaa", 4);
        String second = record("2", "bbbb", 4);

        for (String end : List.of("\r\n\r\n", "\n\n", "\r\n", "\n", "")) {
            assertThat(frames(first + end + second + end))
                    .as(end)
                    .containsExactly("sound urn:x:1 0", "sound urn:x:2 " + (first + end).length());
        }
    }

    @Test
    void aByteMoreOrLessThanDeclaredDamagesTheRecordAlone() throws IOException {
        String next = record("2", "bbbb", 4) + "\r\n\r\n";

        for (int declared : new int[] {3, 9}) {
            String wrong = record("1", "aaaa", declared) + "\r\n\r\n";
            assertThat(frames(wrong + next))
                    .containsExactly(
                            "damaged urn:x:1 0 bad-warc " + Math.min(KEEP, wrong.length()) + "/" + wrong.length(),
                            "sound urn:x:2 " + wrong.length());
        }
    }

    @Test
    void aBlockOfTheLimitIsWholeAndALargerOneIsNot() throws IOException {
        String whole = record("1", "a".repeat(100), 100) + "\r\n\r\n";
        String larger = record("2", "b".repeat(101), 101);

        assertThat(frames(whole + larger + "\r\n\r\n" + whole))
                .containsExactly(
                        "sound urn:x:1 0",
                        "large urn:x:2 " + whole.length() + " " + KEEP + "/" + larger.length(),
                        "sound urn:x:1 " + (whole + larger + "\r\n\r\n").length());
    }

    @Test
    void onlyTheWordAtTheStartOfALineStartsARecord() throws IOException {
        String garbage = "see WARC/1.1 and\nWARC-like\n";
        String record = record("1", "aaaa", 4);

        assertThat(frames(garbage + record))
                .containsExactly(
                        "damaged null 0 bad-warc " + garbage.length() + "/" + garbage.length(),
                        "sound urn:x:1 " + garbage.length());
    }

    @Test
    void aFileThatEndsInARecordSaysHowMuchOfItWasThere() throws IOException {
        String cut = record("1", "aa", 4);

        assertThat(frames(cut)).containsExactly("damaged urn:x:1 0 bad-warc " + KEEP + "/" + cut.length());
        assertThat(frames("\r\n\n")).isEmpty();
    }

    private static String record(String id, String block, int declared) {
        return "WARC/1.1\r\nWARC-Type: resource\r\nWARC-Record-ID: <urn:x:" + id + ">\r\nContent-Length: " + declared
                + "\r\n\r\n" + block;
    }

    private static List<String> frames(String file) throws IOException {
        byte[] bytes = file.getBytes(US_ASCII);
        ByteWindow window = new ByteWindow(new FileBytes(() -> new ByteArrayInputStream(bytes)));
        WarcFrames frames = new WarcFrames(window, 100, KEEP);
        List<String> found = new ArrayList<>();
        for (Frame frame = frames.next(); frame != null; frame = frames.next()) {
            found.add(frame.fold(
                    sound -> "sound " + sound.kind().inputId() + " " + sound.offset(),
                    large -> "large " + large.kind().inputId() + " " + large.offset() + " " + large.start().length + "/"
                            + large.length(),
                    damaged -> "damaged " + damaged.inputId() + " " + damaged.offset() + " "
                            + damaged.reason().label() + " " + damaged.start().length + "/" + damaged.length()));
        }
        return found;
    }
}
