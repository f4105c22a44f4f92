package io.copydesk.enrich.sketch;

import com.ibm.icu.text.Transliterator;
import io.copydesk.enrich.sketch.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What of a text can be compared with texts in other languages: numbers, and the sounds of names. A name is written in Latin letters
 * and folded to a few consonants, so that <i>Trump</i>, <i>Трамп</i> and <i>ट्रंप</i> meet. Scripts without capitals do not tell which
 * words are names; there all words count, and less. For one text, by one thread.
 */
final class PhoneticKeys {

    private static final int MOST = 48;
    private static final int LONGEST = 4;
    private static final int SHORTEST = 2;
    private static final int SHORTEST_OF_ANY_WORD = 3;
    private static final double OF_NUMBER = 1.5;
    private static final double OF_ANY_WORD = 0.4;
    private static final double LOSS_OF_COMMON = 0.07;
    private static final double SCALE = 100;
    private static final Set<String> WITHOUT_SPACES = Set.of("zh", "ja");
    private static final List<String> ARABIC_PREFIXES = List.of("وال", "بال", "ال", "و", "ب", "ل");
    private static final String[][] FOLDS = {
        {"sch", "s"},
        {"tch", "s"},
        {"ch", "k"},
        {"sh", "s"},
        {"ph", "f"},
        {"th", "t"},
        {"ck", "k"},
        {"dzh", "j"},
        {"zh", "s"},
        {"ts", "s"},
        {"ce", "se"},
        {"ci", "si"},
        {"x", "ks"},
        {"kh", "k"},
        {"gh", "h"},
        {"np", "mp"},
        {"nb", "mb"}
    };
    /** Pinyin is spelt otherwise than it sounds to others. */
    private static final String[][] PINYIN = {
        {"ng", "n"},
        {"x", "s"},
        {"q", "ch"},
        {"c", "s"},
        {"sh", "s"},
        {"zh", "s"}
    };

    /** Characters that foreign names are written with in Chinese. */
    private static final String OF_FOREIGN_NAMES = "阿埃艾安昂奥巴邦贝本比彼波伯勃布采查茨达戴丹道德登邓蒂迪丁杜顿多厄恩尔法菲费芬弗福夫盖甘冈高戈格葛哥贡古圭哈海汉豪赫亨胡华怀惠霍"
            + "基吉加贾简杰捷金卡凯坎康考科克肯孔库夸奎拉莱兰朗劳勒雷里理利莉丽黎廉列林琳龄留隆卢鲁伦罗洛马玛迈麦曼毛梅门蒙米明摩莫默姆穆那纳娜奈南内尼涅宁纽努诺欧帕潘庞佩彭皮平珀普齐奇恰钱乔切钦琴琼让热"
            + "日荣茹瑞若撒萨塞赛桑瑟森沙莎山珊尚绍舍申圣施什史士舒司丝斯苏索塔泰坦汤唐陶特腾提廷通图托瓦万旺威韦维魏温文翁沃乌武西希锡夏香肖谢辛欣休许雅亚延扬耶叶伊因茵英尤于约泽扎詹珍芝兹朱卓佐连柏博卜缪聂翰逊蕾薇琪黛露茜娅妮堡";

    private static final int LEAST_OF_HAN = 2;
    private static final String FROM = "bvwdtgkqczsjrlmnfp";
    private static final String INTO = "pffttkkkksssllmnfp";
    private static final Map<String, Integer> COMMON = CommonWords.read("common-sounds.txt");
    private static final Latin LATIN = new Latin();

    private final boolean spaces;
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Double> values = new HashMap<>();
    private final StringBuilder kana = new StringBuilder();
    private final StringBuilder han = new StringBuilder();

    PhoneticKeys(String language) {
        spaces = !WITHOUT_SPACES.contains(language);
    }

    void read(Word word, boolean name) {
        String text = word.text();
        if (isKatakana(text)) {
            kana.append(text);
            return;
        }
        endKana();
        if (text.length() == 1 && OF_FOREIGN_NAMES.indexOf(text.charAt(0)) >= 0) {
            han.append(text);
            return;
        }
        endHan();
        if (word.number()) {
            number(text);
        } else if (name || !spaces && text.length() > 1 && text.chars().allMatch(c -> c < 128)) {
            sound(text, SHORTEST, 1);
        } else if (Character.getType(text.charAt(0)) == Character.OTHER_LETTER && text.length() > 1) {
            sound(bare(text), SHORTEST_OF_ANY_WORD, OF_ANY_WORD);
        }
    }

    /** The heaviest, sorted by their text. */
    List<Term> heaviest() {
        endKana();
        endHan();
        List<Term> terms = new ArrayList<>();
        counts.forEach((text, count) -> {
            double weight = (1 + Math.log(count)) * values.get(text);
            terms.add(new Term("~" + text, text, Kind.ACROSS, (int) Math.max(1, Math.round(SCALE * weight))));
        });
        return terms.stream()
                .sorted(Comparator.comparing(Term::weight).reversed().thenComparing(Term::text))
                .limit(MOST)
                .sorted(Comparator.comparing(Term::text))
                .toList();
    }

    private void number(String text) {
        int end = 0;
        while (end < text.length() && (Character.isDigit(text.charAt(end)) || text.charAt(end) == '.')) {
            end++;
        }
        StringBuilder digits = new StringBuilder("#");
        for (int i = 0; i < end; i++) {
            int digit = Character.digit(text.charAt(i), 10);
            digits.append(digit < 0 ? "." : String.valueOf(digit));
        }
        if (end >= 2) {
            add(digits.toString(), OF_NUMBER);
        }
    }

    private void sound(String word, int shortest, double value) {
        folded(fold(LATIN.of(word)), shortest, value);
    }

    private void folded(String folded, int shortest, double value) {
        if (folded.length() >= shortest) {
            String cut = folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
            add(cut, value * Math.max(0.1, 1 - LOSS_OF_COMMON * COMMON.getOrDefault(cut, 0)));
        }
    }

    private void add(String key, double value) {
        counts.merge(key, 1, Integer::sum);
        values.merge(key, value * Math.min(1.3, 0.4 + 0.15 * key.length()), Math::max);
    }

    private void endKana() {
        if (kana.length() >= 3) {
            sound(kana.toString(), SHORTEST, 1);
        }
        kana.setLength(0);
    }

    private void endHan() {
        if (han.length() >= LEAST_OF_HAN) {
            String latin = LATIN.of(han.toString());
            for (String[] sound : PINYIN) {
                latin = latin.replace(sound[0], sound[1]);
            }
            folded(fold(latin), SHORTEST, 1);
        }
        han.setLength(0);
    }

    /** Arabic writes the article and short words together with what follows. */
    private static String bare(String word) {
        for (String prefix : ARABIC_PREFIXES) {
            if (word.startsWith(prefix) && word.length() > prefix.length() + 3) {
                return word.substring(prefix.length());
            }
        }
        return word;
    }

    /** Consonants by kind, without doubles; a vowel only where the word begins with one. */
    static String fold(String latin) {
        String letters = latin.replaceAll("[^a-z]", "");
        for (String[] fold : FOLDS) {
            letters = letters.replace(fold[0], fold[1]);
        }
        StringBuilder folded = new StringBuilder();
        char last = 0;
        for (int i = 0; i < letters.length(); i++) {
            int kind = FROM.indexOf(letters.charAt(i));
            if (kind >= 0 && INTO.charAt(kind) != last) {
                last = INTO.charAt(kind);
                folded.append(last);
            }
        }
        boolean vowel = !letters.isEmpty() && "aeiouyh".indexOf(letters.charAt(0)) >= 0;
        return vowel ? "a" + folded : folded.toString();
    }

    private static boolean isKatakana(String text) {
        return text.length() == 1 && text.charAt(0) >= 0x30A1 && text.charAt(0) <= 0x30FC && text.charAt(0) != 0x30FB;
    }

    /** WordTokenizer in lower-case Latin letters; remembers those seen last, as transliteration is slow. Thread-safe. */
    private static final class Latin {

        private static final int REMEMBERED = 50_000;
        private static final int LONGEST_WORD = 40;
        private final Transliterator transliterator = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower");
        private final Map<String, String> known = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
                return size() > REMEMBERED;
            }
        };

        String of(String word) {
            if (word.chars().allMatch(c -> c < 128)) {
                return word;
            }
            String start = word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
            synchronized (this) {
                return known.computeIfAbsent(start, transliterator::transliterate);
            }
        }
    }
}
