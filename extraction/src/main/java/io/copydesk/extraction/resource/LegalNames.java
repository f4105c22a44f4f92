package io.copydesk.extraction.resource;

import io.copydesk.schemas.LowerCase;
import io.copydesk.schemas.NormalForms;
import java.text.Normalizer.Form;
import java.util.Set;
import java.util.stream.Collectors;

/** The headings of terms and of notices on data, names and no more; the only list of them. Immutable. */
public final class LegalNames {

    private static final Set<String> NAMES =
            WordLists.ofPhrases(LegalNames.class, "legal-names.txt").get("name").stream()
                    .map(LegalNames::normal)
                    .collect(Collectors.toUnmodifiableSet());

    private LegalNames() {}

    /** Whether {@code heading}, as {@link #normal} writes it, is such a name. */
    public static boolean contains(String heading) {
        return NAMES.contains(heading);
    }

    /** {@code text} in the letters that names are compared in. */
    public static String normal(String text) {
        return NormalForms.of(LowerCase.of(text), Form.NFC).strip();
    }
}
