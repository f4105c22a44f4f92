package io.copydesk.extraction.page;

import io.copydesk.schemas.LowerCase;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;

/** Whether an element's own attributes hide it from readers. */
final class Visibility {

    /** Moved out of the page, or clipped to nothing, as labels for screen readers are (WCAG 2.2, technique C7). */
    private static final Pattern OFF_SCREEN = Pattern.compile(
            "(?:left|top|text-indent):-(?:\\d{4,}px|\\d{3,}r?em)|clip:rect\\((?:0|1px)|clip-path:inset\\((?:50|100)%|font-size:0(?:px)?(?:;|$)");

    private Visibility() {}

    /** Whether {@code style} has a part that each alternative of the pattern needs. */
    private static boolean mayBeOffScreen(String style) {
        return style.contains(":-") || style.contains("clip") || style.contains("font-size:0");
    }

    static boolean isHidden(Element element) {
        return element.attributesSize() != 0 && (isSilent(element) || isUnseen(element.attributes()));
    }

    /**
     * Whether it is hidden from the readers of screens alone. Most such elements are ornaments and repetitions, but a script that opens a dialog hides
     * all the rest of the page in this way.
     */
    static boolean isOnlySilent(Element element) {
        return isSilent(element) && !isUnseen(element.attributes());
    }

    private static boolean isSilent(Element element) {
        return element.attr("aria-hidden").equals("true");
    }

    private static boolean isUnseen(Attributes own) {
        if (own.hasKey("hidden") && !own.get("hidden").equals("until-found")) {
            return true;
        }
        String style = own.get("style");
        if (style.isEmpty()) {
            return false;
        }
        String squeezed = LowerCase.of(style).replace(" ", "");
        return squeezed.contains("display:none")
                || squeezed.contains("visibility:hidden")
                || mayBeOffScreen(squeezed) && OFF_SCREEN.matcher(squeezed).find();
    }
}
