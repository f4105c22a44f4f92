package io.copydesk.training.language;

import io.copydesk.extraction.language.LetterModel;
import java.util.HashMap;
import java.util.Map;

/** The statistics of Serbian in Latin letters, from those in Cyrillic letters: each of these is written with one or two Latin letters. */
final class SerbianLatin {

    private static final String CYRILLIC = "абвгдђежзијклљмнњопрстћуфхцчџш";
    private static final String[] LATIN = "a b v g d đ e ž z i j k l lj m n nj o p r s t ć u f h c č dž š".split(" ");

    private SerbianLatin() {}

    /** How often each Latin sequence occurs, per letter of text; sequences with other letters than those of the alphabet are left out. */
    static Map<String, Double> joints(Map<String, Double> cyrillic) {
        Map<String, Double> latin = new HashMap<>();
        cyrillic.forEach((sequence, joint) -> addAll(sequence, joint, latin));
        double letters = latin.entrySet().stream()
                .filter(entry -> entry.getKey().length() == 1)
                .mapToDouble(Map.Entry::getValue)
                .sum();
        latin.replaceAll((sequence, joint) -> joint / letters);
        return latin;
    }

    /** Adds the parts of what {@code sequence} is written as that begin within its first letter and end within its last one. */
    private static void addAll(String sequence, double joint, Map<String, Double> latin) {
        StringBuilder written = new StringBuilder();
        int first = 1;
        int last = 0;
        for (int i = 0; i < sequence.length(); i++) {
            int letter = CYRILLIC.indexOf(sequence.charAt(i));
            if (letter < 0) {
                return;
            }
            last = written.length();
            written.append(LATIN[letter]);
            first = i == 0 ? written.length() : first;
        }
        for (int start = 0; start < first; start++) {
            for (int end = Math.max(start, last) + 1;
                    end <= Math.min(written.length(), start + LetterModel.LONGEST);
                    end++) {
                latin.merge(written.substring(start, end), joint, Double::sum);
            }
        }
    }
}
