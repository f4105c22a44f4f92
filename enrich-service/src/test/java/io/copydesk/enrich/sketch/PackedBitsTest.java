package io.copydesk.enrich.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is written is read again, and stands in the bits that it always stood in: stored sketches are read. */
class PackedBitsTest {

    @Test
    void bitsStandOneAfterAnotherFromTheTop() {
        PackedBits bits = PackedBits.empty();
        bits.write(0b101, 3);
        bits.write(0, 0);
        bits.write(0xABCDE, 20);
        bits.write(-1, 9);

        assertThat(bits.toBytes()).containsExactly(0b10110101, 0b01111001, 0b10111101, 0b11111111);
    }

    @Test
    void differencesAreOnesOfTheirQuotientThenTheRest() {
        PackedBits bits = PackedBits.empty();
        bits.writeAscending(new int[] {0, 40}, 3); // two of eight: one bit of each difference as it is

        assertThat(bits.toBytes()).containsExactly(0b00111111, 0b11111111, 0b11111100);
    }

    @Test
    void numbersOfAnyWidthAreReadAgain() {
        Random random = new Random(7);
        PackedBits bits = PackedBits.empty();
        int[] values = new int[5_000];
        int[] widths = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            widths[i] = random.nextInt(33);
            values[i] = widths[i] == 0 ? 0 : random.nextInt() >>> Integer.SIZE - widths[i];
            bits.write(values[i], widths[i]);
        }

        PackedBits read = PackedBits.of(bits.toBytes());
        for (int i = 0; i < values.length; i++) {
            assertThat(read.read(widths[i])).isEqualTo(values[i]);
        }
    }

    @Test
    void ascendingNumbersAreReadAgainHoweverFarApart() {
        int[] values = {0, 1, 1, 30_000, 60_000, (1 << 16) - 1};
        PackedBits bits = PackedBits.empty();
        bits.writeAscending(values, 16);
        bits.writeAscending(new int[] {3, 1 << 15}, 6); // far beyond what the width promises: long runs of ones

        PackedBits read = PackedBits.of(bits.toBytes());
        assertThat(read.readAscending(values.length, 16)).containsExactly(values);
        assertThat(read.readAscending(2, 6)).containsExactly(3, 1 << 15);
    }

    @Test
    void whatEndsEarlyIsTold() {
        assertThatThrownBy(() -> PackedBits.of(new byte[1]).read(9)).hasMessageContaining("damaged");
    }

    @Test
    void zerosAreReadUpToTheFirstOneOrAsManyAsAreAskedFor() {
        PackedBits bits = PackedBits.empty();
        for (int width : new int[] {3, 32, 32, 32, 20}) {
            bits.write(0, width);
        }
        bits.write(5, 3);
        PackedBits read = PackedBits.of(bits.toBytes());
        assertThat(read.readZeros(2)).isEqualTo(2);
        assertThat(read.readZeros(0)).isZero();
        assertThat(read.readZeros(1_000)).isEqualTo(117);
        assertThat(read.readZeros(1_000)).isZero();
        assertThat(read.read(3)).isEqualTo(5);
        assertThatThrownBy(() -> read.readZeros(1_000)).isInstanceOf(IllegalArgumentException.class);
    }
}
