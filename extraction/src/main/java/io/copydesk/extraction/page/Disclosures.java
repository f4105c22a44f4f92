package io.copydesk.extraction.page;

import io.copydesk.extraction.resource.WordLists;
import io.copydesk.schemas.LowerCase;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Parts of a page that readers open by a click, such as accordions. They are hidden until then, but no less part of the text. Stateless. */
final class Disclosures {

    private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4", "h5", "h6", "summary", "dt");

    private static final List<String> PANELS =
            WordLists.of(Disclosures.class, "inline-words.txt").get("panel");

    private static final Evaluator CONTROLS = Selector.evaluatorOf("[aria-controls]");

    private Disclosures() {}

    /** Whether {@code element} is the button within the heading of such a part; its words are all of the heading. */
    static boolean isTitle(Element element) {
        Element parent = element.parent();
        return element.normalName().equals("button")
                && parent != null
                && HEADINGS.contains(parent.normalName())
                && parent.text().length() == element.text().length();
    }

    /** Whether {@code element} is called what opens by a click. */
    static boolean isPanel(Element element) {
        return element.attributesSize() > 0
                && (element.attr("role").equals("tabpanel") || isNamed(element.className()) || isControlled(element));
    }

    /** Whether a button right above {@code element} says that it controls it. */
    private static boolean isControlled(Element element) {
        Element above = element.id().isEmpty() ? null : element.previousElementSibling();
        Element button = above == null ? null : above.selectFirst(CONTROLS);
        return button != null && button.attr("aria-controls").equals(element.id());
    }

    private static boolean isNamed(String classes) {
        String lower = LowerCase.of(classes);
        return PANELS.stream().anyMatch(lower::contains) && !lower.contains("nav") && !lower.contains("menu");
    }
}
