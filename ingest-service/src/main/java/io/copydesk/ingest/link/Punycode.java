package io.copydesk.ingest.link;

/** Encodes a label of a host name (RFC 3492). */
final class Punycode {

    private static final int BASE = 36;
    private static final int T_MIN = 1;
    private static final int T_MAX = 26;
    private static final int SKEW = 38;
    private static final int DAMP = 700;
    private static final int FIRST_BIAS = 72;
    private static final int FIRST_CODE = 0x80;

    /** A longer label has no form of 63 characters. */
    private static final int MAX_CODE_POINTS = 63;

    private Punycode() {}

    /** The label itself when it is ASCII, {@code xn--…} when it is not, empty when it cannot be encoded. */
    static String label(String label) {
        int[] codes = label.codePoints().toArray();
        StringBuilder out = new StringBuilder();
        for (int code : codes) {
            if (code < FIRST_CODE) {
                out.append((char) code);
            }
        }
        int basic = out.length();
        if (basic == codes.length) {
            return label;
        }
        if (codes.length > MAX_CODE_POINTS) {
            return "";
        }
        if (basic > 0) {
            out.append('-');
        }
        encode(codes, basic, out);
        return "xn--" + out;
    }

    private static void encode(int[] codes, int basic, StringBuilder out) {
        int next = FIRST_CODE;
        int delta = 0;
        int bias = FIRST_BIAS;
        int handled = basic;
        while (handled < codes.length) {
            int smallest = Integer.MAX_VALUE;
            for (int code : codes) {
                if (code >= next && code < smallest) {
                    smallest = code;
                }
            }
            delta += (smallest - next) * (handled + 1); // at most 0x10ffff times 64: no overflow
            next = smallest;
            for (int code : codes) {
                if (code < next) {
                    delta++;
                }
                if (code == next) {
                    append(out, delta, bias);
                    bias = adapt(delta, handled + 1, handled == basic);
                    delta = 0;
                    handled++;
                }
            }
            delta++;
            next++;
        }
    }

    private static void append(StringBuilder out, int delta, int bias) {
        int rest = delta;
        for (int k = BASE; ; k += BASE) {
            int threshold = k <= bias ? T_MIN : Math.min(k - bias, T_MAX);
            if (rest < threshold) {
                out.append(digit(rest));
                return;
            }
            out.append(digit(threshold + (rest - threshold) % (BASE - threshold)));
            rest = (rest - threshold) / (BASE - threshold);
        }
    }

    private static int adapt(int delta, int points, boolean first) {
        int rest = first ? delta / DAMP : delta / 2;
        rest += rest / points;
        int k = 0;
        while (rest > (BASE - T_MIN) * T_MAX / 2) {
            rest /= BASE - T_MIN;
            k += BASE;
        }
        return k + (BASE - T_MIN + 1) * rest / (rest + SKEW);
    }

    private static char digit(int value) {
        return (char) (value < 26 ? 'a' + value : '0' + value - 26);
    }
}
