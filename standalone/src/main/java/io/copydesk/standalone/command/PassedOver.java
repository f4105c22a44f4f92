package io.copydesk.standalone.command;

import io.copydesk.ingest.archive.ArchiveItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a command read over, by reason, with the first names of each. For one thread. */
final class PassedOver {

    private static final int NAMED = 3;

    private static final class Group {
        private final List<String> first = new ArrayList<>();
        private long count;
    }

    private final Map<String, Group> groups = new TreeMap<>();

    void add(ArchiveItem.Skipped skipped) {
        add(skipped.name(), skipped.why());
    }

    void add(String name, String why) {
        Group group = groups.computeIfAbsent(why, reason -> new Group());
        group.count++;
        if (group.first.size() < NAMED && !group.first.contains(name)) {
            group.first.add(name);
        }
    }

    /** Says what there is, a line for each reason; nothing when nothing was passed over. */
    void tell(Console console) {
        groups.forEach((why, group) -> console.say("passed over " + group.count + ": " + why + " ("
                + group.first.stream().collect(Collectors.joining(", "))
                + (group.count > group.first.size() ? ", …)" : ")")));
    }
}
