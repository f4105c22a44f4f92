package io.copydesk.enrich.language;

import com.ibm.icu.util.ULocale;
import com.ibm.icu.util.ULocale.AvailableType;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table for each language that Unicode's CLDR has data for (some 250), made at its first use, and one table that all other tags
 * share. A page can claim any tag, so the number of tables must not depend on the tags that come. Thread-safe.
 *
 * @param <T> the table, immutable
 */
public final class PerLanguage<T> {

    private static final Set<String> KNOWN = Stream.concat(
                    ULocale.getAvailableLocalesByType(AvailableType.WITH_LEGACY_ALIASES).stream()
                            .map(ULocale::getLanguage),
                    Stream.of(LanguageTags.UNDETERMINED))
            .collect(Collectors.toUnmodifiableSet());

    private final Map<String, Lazy<T>> known;
    private final Lazy<T> other;

    /**
     * @param table makes the table of a primary tag
     * @param other makes the table of all tags without data
     */
    public PerLanguage(Function<String, T> table, Supplier<T> other) {
        known = KNOWN.stream()
                .collect(Collectors.toUnmodifiableMap(tag -> tag, tag -> new Lazy<>(() -> table.apply(tag))));
        this.other = new Lazy<>(other);
    }

    /** The table of a primary language tag. */
    public T of(String language) {
        return known.getOrDefault(language, other).get();
    }

    private static final class Lazy<T> {
        private final Supplier<T> make;
        private volatile @Nullable T value;

        Lazy(Supplier<T> make) {
            this.make = make;
        }

        T get() {
            T made = value;
            return made != null ? made : make();
        }

        private synchronized T make() {
            T made = value;
            if (made == null) {
                made = make.get();
                value = made;
            }
            return made;
        }
    }
}
