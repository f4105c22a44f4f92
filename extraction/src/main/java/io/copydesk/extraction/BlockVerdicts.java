package io.copydesk.extraction;

import io.copydesk.extraction.page.BlockSheet;
import io.copydesk.extraction.page.MainText;
import io.copydesk.schemas.Removed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lists for each block of a page whether it was kept, and the rule that removed it. */
final class BlockVerdicts {

    private static final String ELSEWHERE = "page/elsewhere";

    private BlockVerdicts() {}

    /** The verdicts that led from {@code main} to {@code article}, in document order; empty when the rules alone decided. */
    static List<BlockVerdict> of(MainText main, ExtractedArticle article) {
        MainText.Evidence evidence = main.evidence();
        if (evidence == null) {
            return List.of();
        }
        Map<String, String> rules = new HashMap<>();
        for (Removed removed : article.removed()) {
            rules.putIfAbsent(removed.text(), removed.rule());
        }
        BlockSheet sheet = evidence.sheet();
        List<BlockVerdict> verdicts = new ArrayList<>();
        for (int i = 0; i < sheet.size(); i++) {
            String text = sheet.text(i);
            String rule = rules.get(text);
            boolean kept = rule == null && article.body().contains(text);
            verdicts.add(new BlockVerdict(
                    text,
                    kept,
                    kept ? null : rule == null ? ELSEWHERE : rule,
                    evidence.likelihood()[i],
                    sheet.features(i)));
        }
        return verdicts;
    }
}
