package io.copydesk.standalone.sample;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The values of one page's placeholders. Remembers which of the site's own lines were asked for, as those are the
 * page's boilerplate; {@code label.…} values are single words of menus and dates and are not remembered.
 */
final class PageValues implements UnaryOperator<@Nullable String> {

    private final SiteFile site;
    private final ArticleFile article;
    private final @Nullable String charset;
    private final SampleText lines;
    private final List<ArticleFile> related;
    private final Set<String> boilerplate = new LinkedHashSet<>();

    PageValues(SiteFile site, ArticleFile article, @Nullable String charset) {
        this.site = site;
        this.article = article;
        this.charset = charset;
        this.lines = Objects.requireNonNull(site.lines().get(article.language()), article.language());
        this.related = RelatedArticles.of(site, article);
    }

    /** The boilerplate lines used so far, in the order of their first use. */
    List<String> boilerplate() {
        return new ArrayList<>(boilerplate);
    }

    @Override
    public @Nullable String apply(String name) {
        if (name.startsWith("line.")) {
            return remembered(line(name));
        }
        if (name.startsWith("label.")) {
            return line(name);
        }
        if (name.startsWith("related.")) {
            return related(name);
        }
        if (name.startsWith("date.")) {
            return date(name, article.published());
        }
        return switch (name) {
            case "url" -> site.url(article);
            case "host" -> site.host();
            case "site" -> site.name();
            case "charset" -> charset;
            case "byline" -> article.authors().isEmpty() ? null : String.join(", ", article.authors());
            case "jsonld" -> SampleJsonLd.of(site, article);
            case "body" -> new BodyMarkup(site).html(article.blocks(), this);
            case "caption" -> remembered(article.headers().value(name).orElse(null));
            default -> article.headers().value(name).orElse(null);
        };
    }

    /** A line may itself hold placeholders, such as the byline or the share of an article left to read. */
    private @Nullable String line(String name) {
        return lines.value(name).map(text -> Template.plain(text, this)).orElse(null);
    }

    private @Nullable String related(String name) {
        int number = name.charAt("related.".length()) - '1';
        if (number >= related.size()) {
            return null;
        }
        ArticleFile other = related.get(number);
        return name.endsWith(".href") ? other.path() : remembered(other.headline());
    }

    private @Nullable String date(String name, OffsetDateTime date) {
        return switch (name) {
            case "date.day" -> Integer.toString(date.getDayOfMonth());
            case "date.month" -> lines.required("label.months").split(" ")[date.getMonthValue() - 1];
            case "date.year" -> Integer.toString(date.getYear());
            case "date.time" -> date.toLocalTime().toString();
            default -> null;
        };
    }

    private @Nullable String remembered(@Nullable String line) {
        if (line != null) {
            boilerplate.add(line);
        }
        return line;
    }
}
