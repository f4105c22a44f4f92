package io.copydesk.extraction.charset;

import java.util.Arrays;

/**
 * The bytes of a page that are evidence of its charset: runs of text with bytes beyond ASCII, without markup and scripts. Of a run that is longer than
 * the sample, the surroundings of those bytes.
 */
final class TextSample {

    private static final int SIZE = 8 * 1024;
    private static final int MAX_TAG_NAME = 8;

    /** Bytes kept before and after each byte beyond ASCII of a long run: some words. */
    private static final int CONTEXT = 64;

    private final byte[] bytes;
    private final byte[] sample = new byte[SIZE];
    private int size;
    private int at;

    private TextSample(byte[] bytes) {
        this.bytes = bytes;
    }

    /** At most 8 KiB of text; the first bytes beyond ASCII of the page when all of them are in its markup. */
    static byte[] of(byte[] bytes) {
        TextSample sample = new TextSample(bytes);
        sample.collect();
        return sample.size > 0 ? Arrays.copyOf(sample.sample, sample.size) : aroundFirst(bytes);
    }

    private static byte[] aroundFirst(byte[] bytes) {
        int first = 0;
        while (first < bytes.length && bytes[first] >= 0) {
            first++;
        }
        return Arrays.copyOfRange(bytes, first, Math.min(bytes.length, first + SIZE));
    }

    private void collect() {
        while (at < bytes.length && size < SIZE) {
            if (bytes[at] == '<') {
                skipMarkup();
            } else {
                text();
            }
        }
    }

    private void text() {
        int start = at;
        boolean beyondAscii = false;
        while (at < bytes.length && bytes[at] != '<') {
            beyondAscii |= bytes[at++] < 0;
        }
        if (beyondAscii && at - start > SIZE - size) {
            surroundings(start, at);
        } else if (beyondAscii) {
            add(start, at);
        }
    }

    /** Adds the bytes of a run that are near one beyond ASCII. */
    private void surroundings(int start, int end) {
        int from = start;
        int last = -1;
        for (int i = start; i < end && size < SIZE; i++) {
            if (bytes[i] < 0) {
                if (last >= 0 && i - last > 2 * CONTEXT) {
                    add(from, last + CONTEXT);
                }
                if (last < 0 || i - last > 2 * CONTEXT) {
                    from = Math.max(start, i - CONTEXT);
                }
                last = i;
            }
        }
        add(from, Math.min(end, last + CONTEXT));
    }

    private void add(int from, int to) {
        int n = Math.min(to - from, SIZE - size);
        System.arraycopy(bytes, from, sample, size, n);
        size += n;
        if (size < SIZE) {
            sample[size++] = ' ';
        }
    }

    private void skipMarkup() {
        String name = tagName();
        int end = name.equals("!--") ? indexOf("-->", at) : indexOf(">", at);
        at = end < 0 ? bytes.length : end + 1;
        if (name.equals("script") || name.equals("style")) {
            int close = indexOf("</" + name, at);
            at = close < 0 ? bytes.length : close;
        }
    }

    private String tagName() {
        StringBuilder name = new StringBuilder(MAX_TAG_NAME);
        for (int i = at + 1; i < bytes.length && name.length() < MAX_TAG_NAME; i++) {
            int lower = bytes[i] | 0x20;
            boolean comment = name.length() < 3 && "!--".charAt(name.length()) == bytes[i];
            if (!comment && (lower < 'a' || lower > 'z')) {
                break;
            }
            name.append((char) (comment ? bytes[i] : lower));
        }
        return name.toString();
    }

    private int indexOf(String ascii, int from) {
        for (int i = from; i <= bytes.length - ascii.length(); i++) {
            int k = 0;
            while (k < ascii.length() && same(bytes[i + k], ascii.charAt(k))) {
                k++;
            }
            if (k == ascii.length()) {
                return i;
            }
        }
        return -1;
    }

    private static boolean same(byte b, char c) {
        return b == c || c >= 'a' && c <= 'z' && (b | 0x20) == c;
    }
}
