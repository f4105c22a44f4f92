package io.copydesk.extraction;

import io.copydesk.extraction.resource.ResourceLines;
import io.copydesk.schemas.LowerCase;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises pages whose content needs scripts: without them they show only a request to enable scripts, or to wait. The words are in
 * {@code shell-words.txt}. Immutable and thread-safe.
 */
final class ScriptShell {

    private static final int MAX_LENGTH = 600;
    private static final int MAX_REQUEST_WORDS = 40;
    private static final int MAX_WAITING_WORDS = 8;

    private final List<String> script = new ArrayList<>();
    private final List<String> request = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();

    private ScriptShell() {}

    static ScriptShell load() {
        ScriptShell shell = new ScriptShell();
        ResourceLines.phrases(ScriptShell.class, "shell-words.txt").forEach((kind, phrases) -> {
            List<String> list = switch (kind) {
                case "script" -> shell.script;
                case "request" -> shell.request;
                case "waiting" -> shell.waiting;
                default -> throw new IllegalStateException("unknown kind in shell-words.txt: " + kind);
            };
            list.addAll(phrases);
        });
        return shell;
    }

    /** Whether {@code text}, all that the page shows, is a request to enable scripts or to wait. */
    boolean isShell(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        String lower = LowerCase.of(text).strip();
        int words = lower.isEmpty() ? 0 : lower.split("\\s+", MAX_REQUEST_WORDS + 2).length;
        boolean asks = words <= MAX_REQUEST_WORDS && names(lower, script) && names(lower, request);
        return words == 0 || asks || words <= MAX_WAITING_WORDS && names(lower, waiting);
    }

    private static boolean names(String text, List<String> phrases) {
        return phrases.stream().anyMatch(text::contains);
    }
}
