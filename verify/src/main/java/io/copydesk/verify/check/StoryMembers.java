package io.copydesk.verify.check;

import io.copydesk.schemas.Story;
import io.copydesk.verify.state.TemporaryTables;
import io.copydesk.verify.state.TemporaryTables.Table;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** Which articles a story lists, and how many name it. Not thread-safe. */
final class StoryMembers {

    private static final byte[] PRESENT = {};

    /** By story and member. */
    private final Table listed;

    /** Stories that have more members than they list. */
    private final Table longer;

    /** By story, how many articles name it: 4 bytes. */
    private final Table named;

    StoryMembers(TemporaryTables tables) {
        this.listed = tables.table();
        this.longer = tables.table();
        this.named = tables.table();
    }

    /** There is a story under a key. */
    void story(String key, Story story) throws IOException {
        for (String member : story.members()) {
            listed.put(place(key, member), PRESENT);
        }
        if (story.memberCount() > story.members().size()) {
            longer.put(key, PRESENT);
        }
    }

    /** An article names this story. */
    void named(String story) throws IOException {
        int count = count(named.get(story)) + 1;
        named.put(story, ByteBuffer.allocate(Integer.BYTES).putInt(count).array());
    }

    /** Whether the story lists the article, or has more members than it lists. */
    boolean mayHave(String story, String article) throws IOException {
        return listed.has(place(story, article)) || longer.has(story);
    }

    /** How many articles name the story. */
    int named(Story story) throws IOException {
        return count(named.get(story.id()));
    }

    private static int count(byte @Nullable [] value) {
        return value == null ? 0 : ByteBuffer.wrap(value).getInt();
    }

    private static String place(String story, String member) {
        return story + "\n" + member;
    }
}
