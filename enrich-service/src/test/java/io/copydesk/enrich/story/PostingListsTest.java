package io.copydesk.enrich.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PostingListsTest {

    private final PostingLists lists = new PostingLists();

    @Test
    void hasWhatWasAddedAndNotRemovedInOrder() {
        Random random = new Random(8);
        Map<Integer, TreeSet<Integer>> expected = new TreeMap<>();
        for (int step = 0; step < 60_000; step++) {
            // Some keys have many numbers, most have one or none.
            int key = random.nextInt(10) == 0 ? random.nextInt(5) : random.nextInt();
            TreeSet<Integer> numbers = expected.computeIfAbsent(key, k -> new TreeSet<>());
            int number = random.nextInt(500);
            if (numbers.add(number)) {
                lists.add(key, number);
            } else {
                numbers.remove(number);
                lists.remove(key, number);
            }
            assertThat(numbers(key)).containsExactlyElementsOf(numbers);
        }
        expected.forEach((key, numbers) -> assertThat(numbers(key)).containsExactlyElementsOf(numbers));
    }

    @Test
    void aListThatLostItsNumbersIsNone() {
        lists.add(7, 3);
        lists.add(7, 1);
        lists.remove(7, 3);
        lists.remove(7, 1);
        assertThat(lists.list(7)).isEqualTo(PostingLists.NONE);
        assertThat(lists.list(8)).isEqualTo(PostingLists.NONE);
        lists.add(7, 2);
        assertThat(numbers(7)).containsExactly(2);
    }

    @Test
    void containsWhatItHas() {
        lists.add(1, 4);
        assertThat(lists.contains(lists.list(1), 4)).isTrue();
        assertThat(lists.contains(lists.list(1), 5)).isFalse();
        lists.add(1, 9);
        assertThat(lists.contains(lists.list(1), 9)).isTrue();
        assertThat(lists.contains(lists.list(1), 5)).isFalse();
    }

    @Test
    void keysThatComeAndGoTakeNoMoreRoomThanThoseThatAreIn() {
        for (int key = 0; key < 2_000_000; key++) {
            lists.add(key, 1);
            lists.remove(key, 1);
        }
        assertThat(lists.capacity()).isEqualTo(256);
    }

    private List<Integer> numbers(int key) {
        int list = lists.list(key);
        List<Integer> numbers = new ArrayList<>();
        if (list != PostingLists.NONE) {
            int[] all = lists.numbers(list);
            for (int i = 1; i <= all[0]; i++) {
                numbers.add(all[i]);
            }
            assertThat(lists.size(list)).isEqualTo(numbers.size());
        }
        return numbers;
    }
}
