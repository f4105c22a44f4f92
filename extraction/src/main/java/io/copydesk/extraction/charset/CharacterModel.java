package io.copydesk.extraction.charset;

import java.util.Arrays;
import java.util.Map;

/** A language that is written with thousands of characters: the cost of each, independent of the one before it. */
final class CharacterModel implements TextCostModel {

    private static final byte ASCII = 16;
    private static final byte RARE = 44;
    private static final byte HALF_WIDTH = 40;
    private static final byte OTHER = 48;

    private final byte[] costs = new byte[0x10000];

    /** A model of the listed characters; others cost what rare ones do. */
    CharacterModel(Map<Integer, String> charactersByCost) {
        Arrays.fill(costs, OTHER);
        Arrays.fill(costs, 0, 0x80, ASCII);
        Arrays.fill(costs, 0x80, 0xA0, (byte) CONTROL);
        Arrays.fill(costs, 0x3000, 0x3400, RARE);
        Arrays.fill(costs, 0x4E00, 0xA000, RARE);
        Arrays.fill(costs, 0xAC00, 0xD7A4, RARE);
        Arrays.fill(costs, 0xE000, 0xF900, (byte) DAMAGED);
        Arrays.fill(costs, 0xFF61, 0xFFA0, HALF_WIDTH);
        Arrays.fill(costs, 0xFFF0, 0x10000, (byte) DAMAGED);
        charactersByCost.forEach((cost, characters) -> characters.chars().forEach(c -> costs[c] = (byte) (int) cost));
    }

    @Override
    public int cost(String text, int limit) {
        int cost = 0;
        for (int i = 0; i < text.length() && cost <= limit; i++) {
            cost += costs[text.charAt(i)];
        }
        return cost;
    }
}
