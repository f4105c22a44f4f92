package io.copydesk.lab.bench;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;

/**
 * A stream of invented articles with the mix of a news day: 15 of 100 are copies of a recent one word for word, 15 more
 * are edited or cut copies, and the rest are independent texts, about four to an event. Each is a function of the seed and
 * its number, so that nothing has to be kept. Immutable.
 */
public final class InventedArticles {

    private static final String ID = "urn:copydesk:article:";

    /** How far back copies are taken from. */
    private static final int RECENT = 2_000;

    private static final int WORDS = 60_000;
    private static final int SITES = 2_000;
    private static final int ARTICLES_AN_EVENT = 4;
    private static final Instant START = Instant.parse("2030-01-01T00:00:00Z");
    private static final String CONSONANTS = "bcdfghjklmnprstvwz";
    private static final String VOWELS = "aeiou";

    private enum Kind {
        WRITTEN,
        EXACT,
        EDITED,
        CUT
    }

    private final long seed;
    private final Duration apart;

    /** A stream with an article a minute. */
    public InventedArticles(long seed) {
        this(seed, Duration.ofMinutes(1));
    }

    /** @param apart time from one article to the next */
    InventedArticles(long seed, Duration apart) {
        this.seed = seed;
        this.apart = apart;
    }

    /** The number of the article with this id. */
    public static int number(String id) {
        return HexFormat.fromHexDigits(id, id.length() - 2 * Integer.BYTES, id.length());
    }

    /** As long as other ids, and as well mixed; the number is at the end. */
    private static String id(int number) {
        HexFormat hex = HexFormat.of();
        return ID + hex.toHexDigits(Chance.mix(0, number, 0)) + hex.toHexDigits((long) number);
    }

    /** The article with this number. */
    public Article article(int number) {
        int original = original(number);
        String body = original == number ? text(number) : copy(number, original);
        String id = id(number);
        String site = "site" + random(number, 3).nextInt(SITES) + ".example";
        String time = START.plus(apart.multipliedBy(number)).toString();
        CRC32 checksum = new CRC32();
        checksum.update(body.getBytes(StandardCharsets.UTF_8));
        String digest = Base64.getEncoder()
                        .encodeToString(Long.toString(checksum.getValue()).getBytes(StandardCharsets.UTF_8))
                + body.length();
        return Article.builder()
                .id(id)
                .url("https://" + site + "/" + number)
                .headline(headline(original))
                .articleBody(body)
                .datePublished(time)
                .inLanguage("en")
                .pipeline(Pipeline.builder()
                        .inputId(id)
                        .site(site)
                        .fetched(time)
                        .eventTime(time)
                        .textDigest(digest)
                        .contentDigest(digest)
                        .extractor("invented")
                        .build())
                .build();
    }

    private int original(int number) {
        SplittableRandom random = random(number, 0);
        if (number < RECENT || kind(number) == Kind.WRITTEN) {
            return number;
        }
        int from = number - 1 - random.nextInt(RECENT);
        while (from > 0 && from >= RECENT && kind(from) != Kind.WRITTEN) {
            from--;
        }
        return from;
    }

    private Kind kind(int number) {
        int draw = random(number, 1).nextInt(100);
        return draw < 15 ? Kind.EXACT : draw < 24 ? Kind.EDITED : draw < 30 ? Kind.CUT : Kind.WRITTEN;
    }

    private String copy(int number, int original) {
        String text = text(original);
        SplittableRandom random = random(number, 2);
        String[] sentences = text.split("(?<=\\.) ");
        return switch (kind(number)) {
            case EXACT, WRITTEN -> text;
            case CUT -> String.join(" ", List.of(sentences).subList(0, Math.max(1, sentences.length * 3 / 4)));
            case EDITED -> {
                for (int i = 0; i < sentences.length; i++) {
                    sentences[i] = random.nextInt(8) == 0 ? sentence(random, event(number)) : sentences[i];
                }
                yield String.join(" ", sentences);
            }
        };
    }

    private String headline(int number) {
        return sentence(random(number, 4), event(number));
    }

    private String text(int number) {
        SplittableRandom random = random(number, 5);
        int sentences = 10 + random.nextInt(25);
        List<String> text = new ArrayList<>(sentences);
        for (int i = 0; i < sentences; i++) {
            text.add(sentence(random, event(number)));
        }
        return String.join(" ", text);
    }

    /** Articles of one event are written within the same hours, among those of others. */
    private int event(int number) {
        int block = number / (64 * ARTICLES_AN_EVENT);
        return block * 64 + random(number, 6).nextInt(64);
    }

    private String sentence(SplittableRandom random, int event) {
        StringBuilder out = new StringBuilder();
        int words = 8 + random.nextInt(14);
        for (int i = 0; i < words; i++) {
            out.append(i == 0 ? "The " : " ");
            int draw = random.nextInt(12);
            if (draw == 0) {
                String name = word(Chance.mix(seed, event, random.nextInt(6)));
                out.append(Character.toUpperCase(name.charAt(0))).append(name.substring(1));
            } else if (draw == 1 && i % 5 == 4) {
                out.append(100 + Math.floorMod(Chance.mix(seed, event, random.nextInt(3)), 9_000L));
            } else if (draw < 4) {
                out.append(word(Chance.mix(seed, event, 10 + random.nextInt(12))));
            } else {
                double skewed = random.nextDouble();
                out.append(word((long) (WORDS * skewed * skewed * skewed)));
            }
        }
        return out.append('.').toString();
    }

    /** A word of two to four syllables; small numbers give short words. */
    private static String word(long number) {
        long rest = Math.floorMod(number, 1L << 40);
        StringBuilder word = new StringBuilder();
        do {
            word.append(CONSONANTS.charAt((int) (rest % CONSONANTS.length())));
            rest /= CONSONANTS.length();
            word.append(VOWELS.charAt((int) (rest % VOWELS.length())));
            rest /= VOWELS.length();
        } while (word.length() < 8 && (rest > 0 || word.length() < 4));
        return word.toString();
    }

    private SplittableRandom random(int number, int purpose) {
        return new SplittableRandom(Chance.mix(seed, number, purpose));
    }

    /** Turns three numbers into one that looks like chance (the finaliser of MurmurHash3). */
    private static final class Chance {
        static long mix(long seed, long number, long purpose) {
            long x = seed * 0x9e3779b97f4a7c15L + number * 0xc2b2ae3d27d4eb4fL + purpose * 0x165667b19e3779f9L;
            x = (x ^ x >>> 33) * 0xff51afd7ed558ccdL;
            x = (x ^ x >>> 33) * 0xc4ceb9fe1a85ec53L;
            return x ^ x >>> 33;
        }
    }
}
