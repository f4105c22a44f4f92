package io.copydesk.standalone.command;

import io.copydesk.ingest.clean.CleanResult;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.Site;
import io.copydesk.ingest.page.WithdrawalNotice;
import io.copydesk.standalone.pipeline.UsageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Which pages of an archive are replayed; all by default. */
final class PageFilter {

    /** A day, from its first moment in UTC, or an instant. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.length() == "2026-01-31".length()
                        ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                        : Instant.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        text + " is no day such as 2026-01-31 and no time such as 2026-01-31T08:00:00Z");
            }
        }
    }

    /** A domain as the site that it belongs to. */
    static final class Domain implements ITypeConverter<String> {
        @Override
        public String convert(String domain) {
            return Site.of("https://" + domain);
        }
    }

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description =
                    "Only pages fetched at or after this day or time (UTC); those without a time are passed over.")
    private @Nullable Instant from;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only pages fetched before this day or time (UTC); those without a time are passed over.")
    private @Nullable Instant until;

    @Option(
            names = "--site",
            paramLabel = "DOMAIN",
            split = ",",
            converter = Domain.class,
            description = "Only pages of these sites, such as gazette.example, subdomains included.")
    private Set<String> sites = Set.of();

    @Option(
            names = "--language",
            paramLabel = "TAG",
            split = ",",
            converter = WantedLanguage.Tag.class,
            description =
                    "Only pages whose article is in these languages, such as en or zh-Hans. Each page is cleaned to"
                            + " learn it, as by copydesk clean; pages that give no article, or one without a language, are passed"
                            + " over, notices of withdrawal are read.")
    private List<WantedLanguage> languages = List.of();

    /** @throws UsageException when no page can be wanted */
    void check() {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new UsageException("--until " + until + " must be after --from " + from);
        }
    }

    /**
     * Why a page is not wanted; empty when it is.
     *
     * @param cleaning how the article of a page is had; asked only where languages are wanted and nothing else decides
     */
    Optional<String> refusal(Page page, Function<Page, CleanResult> cleaning) {
        Optional<String> unread = refusalUnread(page);
        return unread.isPresent() || languages.isEmpty() || WithdrawalNotice.isOne(page)
                ? unread
                : cleaning.apply(page)
                        .fold(
                                cleaned -> refusalOf(cleaned.article().inLanguage()),
                                refused -> Optional.of("no article, so in no language"));
    }

    private Optional<String> refusalOf(@Nullable String language) {
        if (language == null) {
            return Optional.of("in an unknown language");
        }
        return languages.stream().anyMatch(wanted -> wanted.takes(language))
                ? Optional.empty()
                : Optional.of("in another language");
    }

    /** By what is known without reading the page. */
    private Optional<String> refusalUnread(Page page) {
        if (from != null || until != null) {
            Instant fetched = page.fetched();
            if (fetched == null) {
                return Optional.of("without a time of fetching");
            }
            if (from != null && fetched.isBefore(from) || until != null && !fetched.isBefore(until)) {
                return Optional.of("fetched at another time");
            }
        }
        return sites.isEmpty() || sites.contains(Site.of(page.url()))
                ? Optional.empty()
                : Optional.of("of another site");
    }
}
