package io.copydesk.extraction.notice;

import java.util.regex.Pattern;

/** Recognises prices in a line, in the currencies of all languages of the notices. Stateless. */
public final class Prices {

    /** A number beside a currency, in lower case. */
    private static final Pattern PRICE = Pattern.compile(
            "[\\p{Sc}]\\s?\\d|(?<!\\p{L})(?:rp|rs|chf|usd|eur|nok|sek|dkk|kr)\\.?\\s?\\d|\\d\\s?(?:[\\p{Sc}元円원]"
                    + "|(?:euro|eur|cent|dollar|pound|franc|chf|kr|zł|kč|ft|forint|lei|lira|tl|руб|грн|лв|лева|rupee|rp|đồng|บาท|টাকা|রুপি|रुपये"
                    + "|شيكل|ריال|ریال|تومان|جنيه|ريال|درهم|ש\"ח)(?:\\P{L}|$|\\p{L}{1,4}))");

    private Prices() {}

    /** Whether {@code line}, in lower case, names a price. */
    public static boolean areIn(String line) {
        return PRICE.matcher(line).find();
    }
}
