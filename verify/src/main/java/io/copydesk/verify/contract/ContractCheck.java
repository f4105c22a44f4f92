package io.copydesk.verify.contract;

import io.copydesk.kit.lineage.Lineage;
import io.copydesk.kit.topics.TopicValues;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/** Reads the topics of a pipeline from their beginning and measures what the data contract promises of them; the services may run. */
public final class ContractCheck {

    private ContractCheck() {}

    /**
     * Adds what is broken to {@code broken}: all promises but freshness, which {@link Freshness} measures.
     *
     * @param clock epoch milliseconds
     * @throws IOException when the cluster stops answering
     */
    public static void run(TopicReader reader, String prefix, LongSupplier clock, BrokenPromises broken)
            throws IOException {
        try (TemporaryTables tables = TemporaryTables.open()) {
            check(reader, prefix, clock, tables, broken);
        }
    }

    private static void check(
            TopicReader reader, String prefix, LongSupplier clock, TemporaryTables tables, BrokenPromises broken)
            throws IOException {
        LedgerCheck ledger = new LedgerCheck(tables);
        reader.read(Topics.PAGES.name(prefix), false, record -> {
            String input = Lineage.inputId(record.headers());
            if (input != null) { // else it tells by which feed a page was announced
                ledger.page(input, record.timestamp());
            }
            return true;
        });
        long now = clock.getAsLong();
        reader.read(
                Topics.LEDGER.name(prefix), false, record -> TopicValues.decode(Topics.LEDGER, record, ledger::entry));
        Map<Topic<?>, TopicCheck> checks = new LinkedHashMap<>();
        for (Topic<?> topic : Topics.forConsumers()) {
            TopicCheck check = new TopicCheck(topic, tables, broken);
            checks.put(topic, check);
            reader.read(topic.name(prefix), false, record -> {
                check.accept(record);
                return true;
            });
            check.end();
        }
        ledger.end(Objects.requireNonNull(checks.get(Topics.ARTICLES))::has, now, broken);
    }
}
