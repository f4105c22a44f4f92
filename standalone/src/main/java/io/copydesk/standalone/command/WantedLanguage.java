package io.copydesk.standalone.command;

import io.copydesk.extraction.language.CanonicalLanguage;
import io.copydesk.schemas.LanguageRange;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A language that is asked for, as {@link LanguageRange} has it; without further subtags also under the tag by which texts in it are
 * detected: {@code ms} as {@code id}.
 *
 * @param tag BCP 47, in lower case
 */
record WantedLanguage(String tag) {

    /** From an argument. */
    static final class Tag implements ITypeConverter<WantedLanguage> {
        @Override
        public WantedLanguage convert(String text) {
            String tag = text.toLowerCase(Locale.ROOT).replace('_', '-');
            if (!LanguageRange.isTag(tag)) {
                throw new TypeConversionException(text + " is no language tag such as en, pt-BR or zh-Hans");
            }
            return new WantedLanguage(tag);
        }
    }

    /** Whether a text in the language of this BCP 47 tag is asked for. */
    boolean takes(String language) {
        return LanguageRange.of(tag).includes(language)
                || !tag.contains("-") && CanonicalLanguage.of(language).equals(CanonicalLanguage.of(tag));
    }
}
