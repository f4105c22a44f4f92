package io.copydesk.alerts.rule;

import io.copydesk.alerts.rule.Rule.OfArticle;
import io.copydesk.alerts.rule.Rule.Wanted;
import io.copydesk.alerts.word.FoldedWords;
import io.copydesk.alerts.word.Phrase;
import io.copydesk.alerts.word.PhraseSet;
import io.copydesk.schemas.Article;
import io.copydesk.schemas.LanguageRange;
import io.copydesk.schemas.Mention;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All rules, ready to be asked. Immutable, safe for use by several threads. */
public final class Rules {

    private final List<Rule> all;
    private final PhraseSet words;
    private final PhraseSet names;

    /** These rules. */
    public Rules(List<Rule> rules) {
        all = List.copyOf(rules);
        words = new PhraseSet(all.stream().flatMap(Rules::words).toList());
        names = new PhraseSet(of(OfArticle.class).stream()
                .flatMap(rule -> rule.mentions().stream())
                .toList());
    }

    /** The rules of a kind, in the order of the file. */
    public <R extends Rule> List<R> of(Class<R> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /**
     * The rules of articles that this one meets, each with the phrases of the rule that were found, as they are written there. An article
     * whose page is gone meets none.
     */
    public Map<String, List<String>> met(Article article) {
        List<OfArticle> rules = of(OfArticle.class);
        if (rules.isEmpty() || article.pipeline().withdrawn() != null) {
            return Map.of();
        }
        Set<Phrase> said = found(Stream.of(article.headline(), article.description(), article.articleBody()));
        Set<Phrase> named = new HashSet<>();
        for (Mention mention : article.mentions()) {
            names.find(FoldedWords.of(mention.name()), named);
        }
        LanguageRange language = LanguageRange.ofNullable(article.inLanguage());
        Map<String, List<String>> met = new LinkedHashMap<>();
        for (OfArticle rule : rules) {
            if (isOfSite(rule.sites(), article.pipeline().site())
                    && LanguageRange.isIn(rule.languages(), language)
                    && (rule.mentions().isEmpty() || rule.mentions().stream().anyMatch(named::contains))) {
                matched(rule.words(), said)
                        .ifPresent(phrases -> met.put(rule.name(), with(phrases, rule.mentions(), named)));
            }
        }
        return met;
    }

    /**
     * What of {@code wanted}, which is of one of these rules, is among some texts; empty when they are not what is wanted.
     *
     * @param texts each on its own: no phrase goes from one to the next
     */
    public Optional<List<String>> matched(Wanted wanted, Stream<? extends @Nullable String> texts) {
        return matched(wanted, found(texts))
                .map(phrases -> phrases.stream().map(Phrase::written).toList());
    }

    private Set<Phrase> found(Stream<? extends @Nullable String> texts) {
        Set<Phrase> found = new HashSet<>();
        texts.forEach(text -> words.find(FoldedWords.of(text), found));
        return found;
    }

    private static Optional<List<Phrase>> matched(Wanted wanted, Set<Phrase> found) {
        List<Phrase> any = wanted.any().stream().filter(found::contains).toList();
        if (any.isEmpty() && !wanted.any().isEmpty()
                || !found.containsAll(wanted.all())
                || wanted.without().stream().anyMatch(found::contains)) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(any.stream(), wanted.all().stream()).toList());
    }

    private static List<String> with(List<Phrase> phrases, List<Phrase> mentions, Set<Phrase> named) {
        List<String> all = new ArrayList<>(phrases.stream().map(Phrase::written).toList());
        mentions.stream().filter(named::contains).map(Phrase::written).forEach(all::add);
        return all.stream().distinct().toList();
    }

    private static boolean isOfSite(List<String> sites, String site) {
        return sites.isEmpty() || sites.stream().anyMatch(wanted -> site.equals(wanted) || site.endsWith("." + wanted));
    }

    private static Stream<Phrase> words(Rule rule) {
        Wanted wanted = rule instanceof OfArticle article
                ? article.words()
                : rule instanceof Rule.OfStory story ? story.words() : Wanted.NOTHING;
        return Stream.of(wanted.any(), wanted.all(), wanted.without()).flatMap(List::stream);
    }
}
