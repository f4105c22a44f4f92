package io.copydesk.extraction.page;

import java.util.Locale;
import org.jsoup.nodes.Element;

/** Whether an element's own attributes hide it from readers. */
final class Visibility {

    private Visibility() {}

    static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found")) {
            return true;
        }
        if (element.attr("aria-hidden").equals("true")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String squeezed = style.toLowerCase(Locale.ROOT).replace(" ", "");
        return squeezed.contains("display:none") || squeezed.contains("visibility:hidden");
    }
}
