package io.copydesk.extraction.charset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Decoding on a Java runtime that was built without the module {@code jdk.charsets}. */
class SmallRuntimeTest {

    @Test
    void aMissingCharsetIsNamedByItsPagesAndOtherPagesAreDecoded() throws Exception {
        assertThat(onSmallRuntime().lines())
                .containsExactly(
                        "caf\u00e9 \u2013 \u0434\u0430",
                        "this Java runtime lacks the charset ISO-2022-JP (module jdk.charsets)",
                        "this Java runtime lacks the charset x-windows-949 (module jdk.charsets)",
                        "true");
    }

    @Test
    void aFullRuntimeLacksNone() {
        assertThat(TextDecoder.missingCharsets()).isEmpty();
    }

    private static String onSmallRuntime() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--limit-modules",
                        "java.base,java.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallRuntime.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The program that runs there. */
    static final class SmallRuntime {
        private SmallRuntime() {}

        public static void main(String[] arguments) {
            print(decoded("<p>caf\u00e9 \u2013 \u0434\u0430".getBytes(StandardCharsets.UTF_8), "windows-1252")
                    .substring(3));
            print(decoded("\u001B$B$3\u001B(B".getBytes(StandardCharsets.US_ASCII), null));
            print(decoded(new byte[] {'<', 'p', '>', (byte) 0xB0, (byte) 0xA1}, "euc-kr"));
            print(String.valueOf(TextDecoder.missingCharsets().contains("ISO-2022-JP")));
        }

        private static String decoded(byte[] bytes, String charset) {
            try {
                return TextDecoder.decode(bytes, charset);
            } catch (IllegalStateException e) {
                return e.getMessage();
            }
        }

        private static void print(String line) {
            System.out.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }
}
