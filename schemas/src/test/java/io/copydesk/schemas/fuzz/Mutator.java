package io.copydesk.schemas.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Derives inputs from seed documents: damages bytes, and moves, repeats, drops and replaces the tokens between the delimiters that
 * foreign formats use. The result depends on the seeds and the random source alone. One instance per input.
 */
final class Mutator {

    /** The size limit of a mutated input: large enough for quadratic behaviour to exceed the time limit. */
    static final int MAX_BYTES = 64 * 1024;

    private static final String DELIMITERS = "<>/=\"'&;,:|?#%{}[]()@!-+. \t\r\n";

    /** What parsers treat specially: controls, marks, surrogates and non-characters, extreme numbers, ends of sections. */
    private static final List<byte[]> SPECIAL = List.of(
            bytes("\0"),
            bytes("\u001b$B"),
            bytes("\u007f"),
            bytes("\u0085"),
            bytes("\u00a0"),
            bytes("\u2028"),
            bytes("\ufeff"),
            bytes("\uffff"),
            bytes("\ud83d\ude00"),
            bytes("\\ud800"),
            bytes("&#xD800;"),
            bytes("&#0;"),
            bytes("&#x110000;"),
            bytes("%00"),
            bytes("%"),
            bytes("-1"),
            bytes("0"),
            bytes("99999999999999999999"),
            bytes("2147483648"),
            bytes("<![CDATA["),
            bytes("]]>"),
            bytes("<!--"),
            bytes("-->"),
            bytes("\r\n\r\n"),
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xff, (byte) 0xfe},
            new byte[] {(byte) 0xfe, (byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80});

    private final List<byte[]> seeds;
    private final Random random;

    Mutator(List<byte[]> seeds, Random random) {
        this.seeds = seeds;
        this.random = random;
    }

    /** A seed after one to eight mutations. */
    byte[] next() {
        byte[] input = any(seeds);
        for (int left = 1 + random.nextInt(8); left > 0; left--) {
            input = random.nextInt(3) == 0 ? inBytes(input) : inTokens(input);
        }
        return input.length > MAX_BYTES ? Arrays.copyOf(input, MAX_BYTES) : input;
    }

    private byte[] inBytes(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = Math.min(input.length, from + 1 + random.nextInt(32));
        return switch (random.nextInt(6)) {
            case 0 -> replaced(input, from, to, new byte[0]);
            case 1 -> replaced(input, from, Math.min(input.length, from + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(input, from, from, any(SPECIAL));
            case 3 -> Arrays.copyOf(input, from);
            case 4 -> replaced(input, from, from, slice(any(seeds)));
            default -> replaced(input, from, from, repeated(Arrays.copyOfRange(input, from, to)));
        };
    }

    private byte[] inTokens(byte[] input) {
        List<byte[]> tokens = tokens(input);
        if (tokens.isEmpty()) {
            return any(SPECIAL);
        }
        int at = random.nextInt(tokens.size());
        int to = Math.min(tokens.size(), at + 1 + random.nextInt(6));
        List<byte[]> run = new ArrayList<>(tokens.subList(at, to));
        switch (random.nextInt(6)) {
            case 0 -> tokens.subList(at, to).clear();
            case 1 -> tokens.set(at, any(SPECIAL));
            case 2 -> tokens.set(at, any(tokens));
            case 3 -> tokens.addAll(random.nextInt(tokens.size() + 1), run);
            case 4 -> tokens.set(at, repeated(join(run)));
            default -> {
                tokens.subList(at, to).clear();
                tokens.addAll(random.nextInt(tokens.size() + 1), run);
            }
        }
        return join(tokens);
    }

    /** Runs of characters and the single delimiters between them. */
    private static List<byte[]> tokens(byte[] input) {
        List<byte[]> tokens = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < input.length; i++) {
            if (input[i] >= 0 && DELIMITERS.indexOf(input[i]) >= 0) {
                if (i > start) {
                    tokens.add(Arrays.copyOfRange(input, start, i));
                }
                tokens.add(new byte[] {input[i]});
                start = i + 1;
            }
        }
        if (start < input.length) {
            tokens.add(Arrays.copyOfRange(input, start, input.length));
        }
        return tokens;
    }

    /** Mostly a few times; sometimes until the limit, which finds deep nesting and quadratic time. */
    private byte[] repeated(byte[] part) {
        int most = part.length == 0 ? 0 : MAX_BYTES / part.length;
        int times = random.nextInt(12) == 0 ? most : Math.min(most, 2 + random.nextInt(20));
        byte[] out = new byte[part.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(part, 0, out, i * part.length, part.length);
        }
        return out;
    }

    private byte[] slice(byte[] document) {
        int from = random.nextInt(document.length + 1);
        return Arrays.copyOfRange(document, from, Math.min(document.length, from + random.nextInt(400)));
    }

    private byte[] any(List<byte[]> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] replaced(byte[] input, int from, int to, byte[] with) {
        return join(List.of(Arrays.copyOf(input, from), with, Arrays.copyOfRange(input, to, input.length)));
    }

    private static byte[] join(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
