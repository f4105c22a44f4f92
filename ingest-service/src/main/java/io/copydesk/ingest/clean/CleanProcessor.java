package io.copydesk.ingest.clean;

import io.copydesk.ingest.clean.CleanResult.Cleaned;
import io.copydesk.ingest.clean.CleanResult.Refused;
import io.copydesk.ingest.page.Page;
import io.copydesk.ingest.page.PageResult;
import io.copydesk.ingest.page.WarcPages;
import io.copydesk.kit.deadletter.DeadLetters;
import io.copydesk.kit.deadletter.Lineage;
import io.copydesk.schemas.DeadLetter;
import io.copydesk.schemas.DeadLetter.Stage;
import io.copydesk.schemas.LedgerEntry;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Pages to clean articles; what cannot be cleaned goes to the dead letters and the ledger. Holds no state. */
final class CleanProcessor implements Processor<String, byte[], String, Object> {

    private final Cleaner cleaner;
    private ProcessorContext<String, Object> context;

    CleanProcessor(Cleaner cleaner) {
        this.cleaner = cleaner;
    }

    @Override
    public void init(ProcessorContext<String, Object> assigned) {
        context = assigned;
    }

    @Override
    public void process(Record<String, byte[]> page) {
        if (page.value() == null) {
            refuse(page, null, "empty", "the record in pages has no value");
            return;
        }
        PageResult decoded = WarcPages.decode(page.value());
        if (decoded instanceof PageResult.Undecodable undecodable) {
            refuse(page, Lineage.inputId(page.headers()), undecodable.reason(), undecodable.detail());
            return;
        }
        Page known = ((PageResult.Decoded) decoded).page();
        CleanResult result = cleaner.clean(known);
        if (result instanceof Refused refused) {
            refuse(page, known.inputId(), refused.reason(), refused.detail());
        } else {
            Cleaned cleaned = (Cleaned) result;
            context.forward(
                    page.withKey(cleaned.article().id()).withValue((Object) cleaned.article()), CleanTopology.VERSION);
        }
    }

    private void refuse(Record<String, byte[]> page, String inputId, String reason, String detail) {
        DeadLetter letter = DeadLetters.of(
                Stage.CLEAN, reason, detail, inputId, context.recordMetadata().orElse(null), page.key(), page.value());
        context.forward(page.withKey(letter.id()).withValue((Object) letter), CleanTopology.DEAD_LETTERS);
        String input = inputId == null ? letter.id() : inputId;
        LedgerEntry entry = LedgerEntry.refused(input, reason);
        context.forward(page.withKey(input).withValue((Object) entry), CleanTopology.LEDGER);
    }
}
