package io.copydesk.lab.console;

import io.copydesk.schemas.Mention;
import io.copydesk.schemas.Mention.Occurrence;
import io.copydesk.schemas.Quote;
import io.copydesk.schemas.Quote.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who says what in {@link HarbourNews}, where the words are followed by "said" and a name or by "she added". */
final class HarbourQuotes {

    static final String HARBOUR_MASTER = "Wenna Tregarth";

    private static final Pattern SPEECH = Pattern.compile("“([^”]+)” (?:(said) ([^,.]+)|(she) (added))");

    private HarbourQuotes() {}

    /** The quotes of a text, all by the first of {@link #mentions}. */
    static List<Quote> in(String body) {
        List<Quote> quotes = new ArrayList<>();
        Matcher speech = SPEECH.matcher(body);
        while (speech.find()) {
            boolean named = speech.group(2) != null;
            quotes.add(new Quote(
                    List.of(new Occurrence(speech.start(1), speech.end(1))),
                    phrase(speech, named ? 3 : 4),
                    phrase(speech, named ? 2 : 5),
                    0));
        }
        return quotes;
    }

    private static Phrase phrase(Matcher speech, int group) {
        return new Phrase(speech.group(group), speech.start(group), speech.end(group));
    }

    /** The person whom a text quotes. */
    static List<Mention> mentions(String body) {
        String name = body.contains(HarbourNews.HOSTILE) ? HarbourNews.HOSTILE : HARBOUR_MASTER;
        int at = body.indexOf(name);
        return at < 0
                ? List.of()
                : List.of(
                        new Mention(Mention.PERSON, name, null, null, List.of(new Occurrence(at, at + name.length()))));
    }
}
