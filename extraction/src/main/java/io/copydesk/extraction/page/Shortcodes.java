package io.copydesk.extraction.page;

import java.util.regex.Pattern;

/** Codes in brackets that a publishing system did not replace, as {@code [gallery ids="1,2"]} of WordPress when a plug-in was removed. */
final class Shortcodes {

    /** An opening code with attributes, or one whose name is known, then the address that some of them enclose. */
    private static final Pattern CODE = Pattern.compile(
            "\\[/?[a-z][a-z0-9_-]{1,30}(?:\\s+[a-z_-]{1,20}=(?:[\"“”„″][^\"“”„″\\]]{0,200}[\"“”„″]|'[^'\\]]{0,200}'|[^\\s\\]\"']{1,80})){1,12}\\s*/?\\]"
                    + "|\\[/?(?:caption|gallery|embed|playlist|dropcap|pullquote|(?:vc|et_pb|fusion|su|av)_[a-z_]{1,30})\\s*/?\\]"
                    + "(?:https?://\\S{1,200}?(?=\\[/embed\\]))?"
                    + "|\\[/[a-z][a-z0-9_-]{1,30}\\]");

    private Shortcodes() {}

    /** {@code text} without codes; what stands between an opening and a closing one stays, unless it is an address. */
    static String without(String text) {
        if (text.indexOf('[') < 0 || text.indexOf(']') < 0) {
            return text;
        }
        return CODE.matcher(text).replaceAll("").strip();
    }
}
