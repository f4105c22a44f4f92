package io.copydesk.lab.loopback;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/** Articles of made-up words, each a pure function of its URL. */
public final class InventedPress {

    private static final String[] SYLLABLES = {"lo", "ren", "ta", "mis", "ka", "dor", "vi", "pel", "su", "han"};

    private InventedPress() {}

    public static String headline(String url) {
        return sentence(random(url), 5).replace(".", "");
    }

    /** A page of a few kilobytes. */
    public static String page(String url) {
        Random random = random(url);
        StringBuilder html = new StringBuilder("<!doctype html><html lang=en><head><meta charset=utf-8><title>")
                .append(headline(url))
                .append("</title></head><body><nav><a href=/>Front page</a></nav><article><h1>")
                .append(headline(url))
                .append("</h1>\n");
        for (int paragraph = 0; paragraph < 8; paragraph++) {
            html.append("<p>");
            for (int i = 0; i < 4; i++) {
                html.append(sentence(random, 9 + random.nextInt(9))).append(' ');
            }
            html.append("</p>\n");
        }
        return html.append("</article></body></html>").toString();
    }

    private static String sentence(Random random, int words) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words; i++) {
            int from = text.length();
            for (int s = 2 + random.nextInt(3); s > 0; s--) {
                text.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
            }
            if (i == 0) {
                text.setCharAt(from, Character.toUpperCase(text.charAt(from)));
            }
            text.append(i + 1 < words ? i % 4 == 1 ? " the " : " " : ".");
        }
        return text.toString();
    }

    private static Random random(String url) {
        CRC32 crc = new CRC32();
        crc.update(url.getBytes(StandardCharsets.UTF_8));
        return new Random(crc.getValue());
    }
}
