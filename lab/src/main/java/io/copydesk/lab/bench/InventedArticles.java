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

    /**
     * Of the words of {@link InventedVocabulary#NEWS}: how many of a hundred are names, numbers, terms and other words, and how many of
     * the first three an article has. The rest are too short for terms.
     */
    private static final int OF_NAMES = 12;

    private static final int OF_NUMBERS = 10;
    private static final int OF_TERMS = 24;
    private static final int OF_OTHERS = 6;
    private static final int SHORT = 2;
    private static final int NAMES = 17;
    private static final int TERMS = 21;
    private static final int NUMBERS = 14;
    private static final int MOST_NUMBER = 500;

    /** How many of a hundred of those are of the theme of the article, how many themes there are, and how many words of a kind each has. */
    private static final int OF_THEME = 60;

    private static final int THEMES = 32;
    private static final int WORDS_OF_THEME = 24;

    /** How many of a hundred articles on an event are in one language. */
    private static final int OF_TELLERS = 70;

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
    private final InventedVocabulary vocabulary;

    /** A stream with an article a minute and a fixed vocabulary, in English. */
    public InventedArticles(long seed) {
        this(seed, Duration.ofMinutes(1), InventedVocabulary.FIXED);
    }

    /**
     * A stream of articles.
     *
     * @param apart time from one article to the next
     * @param vocabulary of its words
     */
    InventedArticles(long seed, Duration apart, InventedVocabulary vocabulary) {
        this.seed = seed;
        this.apart = apart;
        this.vocabulary = vocabulary;
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
                .inLanguage(language(original))
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
                    sentences[i] = random.nextInt(8) == 0 ? sentence(random, original, number) : sentences[i];
                }
                yield String.join(" ", sentences);
            }
        };
    }

    private String headline(int number) {
        return sentence(random(number, 4), number, number);
    }

    private String text(int number) {
        SplittableRandom random = random(number, 5);
        int sentences = 10 + random.nextInt(25);
        List<String> text = new ArrayList<>(sentences);
        for (int i = 0; i < sentences; i++) {
            text.add(sentence(random, number, number));
        }
        return String.join(" ", text);
    }

    /** Articles of one event are written within the same hours, among those of others. */
    private int event(int number) {
        int block = number / (64 * ARTICLES_AN_EVENT);
        return block * 64 + random(number, 6).nextInt(64);
    }

    /**
     * A sentence.
     *
     * @param original the article whose language it is in
     * @param number of the article that it is of
     */
    private String sentence(SplittableRandom random, int original, int number) {
        StringBuilder out = new StringBuilder();
        int words = 8 + random.nextInt(14);
        for (int i = 0; i < words; i++) {
            if (vocabulary == InventedVocabulary.FIXED) {
                out.append(i == 0 ? "The " : " ");
                appendFixed(random, event(number), i, out);
            } else {
                out.append(i == 0 ? "" : " ");
                appendNews(random, original, number, out);
            }
        }
        return out.append('.').toString();
    }

    private void appendFixed(SplittableRandom random, int event, int place, StringBuilder out) {
        int draw = random.nextInt(12);
        if (draw == 0) {
            out.append(capitalised(word(Chance.mix(seed, event, random.nextInt(6)))));
        } else if (draw == 1 && place % 5 == 4) {
            out.append(100 + Math.floorMod(Chance.mix(seed, event, random.nextInt(3)), 9_000L));
        } else if (draw < 4) {
            out.append(word(Chance.mix(seed, event, 10 + random.nextInt(12))));
        } else {
            double skewed = random.nextDouble();
            out.append(word((long) (WORDS * skewed * skewed * skewed)));
        }
    }

    private void appendNews(SplittableRandom random, int original, int number, StringBuilder out) {
        int draw = random.nextInt(100);
        if (draw < OF_NAMES) {
            out.append(capitalised(name(
                    Chance.mix(0, InventedVocabulary.rank(chance(drawn(number, random.nextInt(NAMES)))), 11))));
        } else if (draw < OF_NAMES + OF_NUMBERS) {
            double chance = chance(drawn(number, NAMES + TERMS + random.nextInt(NUMBERS)));
            out.append(2 + (long) (MOST_NUMBER * chance * chance * chance * chance));
        } else if (draw < OF_NAMES + OF_NUMBERS + OF_TERMS) {
            long rank = InventedVocabulary.rank(chance(drawn(number, NAMES + random.nextInt(TERMS))));
            out.append(name(Chance.mix(language(original).hashCode(), rank, 8)));
        } else if (draw < OF_NAMES + OF_NUMBERS + OF_TERMS + OF_OTHERS) {
            out.append(name(Chance.mix(language(original).hashCode(), random.nextInt(WORDS), 9)));
        } else {
            out.append(word(random.nextInt(CONSONANTS.length() * VOWELS.length())), 0, SHORT);
        }
    }

    /** What one of the places of an article is filled with: first those of its event, of which some, as of its own, are of a theme. */
    private long drawn(int number, int place) {
        long owner = place % 5 < 3 ? ~event(number) : number;
        long drawn = Chance.mix(seed, owner, 100 + place);
        if (Math.floorMod(drawn, 100L) >= OF_THEME) {
            return drawn;
        }
        long theme = Math.floorMod(Chance.mix(seed, event(number), 7), (long) THEMES);
        long kind = place < NAMES ? 0 : place < NAMES + TERMS ? 1 : 2;
        return Chance.mix(
                seed, theme, 1_000 + kind * WORDS_OF_THEME + Math.floorMod(drawn >>> 8, (long) WORDS_OF_THEME));
    }

    private static double chance(long drawn) {
        return (drawn >>> 11) * 0x1.0p-53;
    }

    /** The language of an article and its copies, mostly that in which its event is told. */
    private String language(int original) {
        SplittableRandom random = random(original, 10);
        int teller = random.nextInt(100) < OF_TELLERS ? ~event(original) : original;
        return vocabulary.language(random(teller, 12).nextDouble());
    }

    private static String capitalised(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** A word of four syllables. */
    private static String name(long number) {
        return word(number | 1L << 39);
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
