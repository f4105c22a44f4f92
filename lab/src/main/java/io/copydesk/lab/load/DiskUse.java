package io.copydesk.lab.load;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Json;
import io.copydesk.schemas.Topic;
import io.copydesk.schemas.Topic.Cleanup;
import io.copydesk.schemas.Topics;
import io.copydesk.verify.state.TopicReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.jspecify.annotations.Nullable;

/**
 * What a pipeline has on disk, in bytes, beside the text of its articles.
 *
 * @param versions of articles, each counted once
 * @param text of headlines and bodies of these versions, in UTF-8
 * @param topics by name without prefix: segments as they are on the brokers, every copy of them
 * @param kept of that what compaction leaves, by the share of the last records of their keys; nothing of topics between tasks, whose records
 *     are deleted when they were processed
 * @param stores by name: files of the state folders; without write buffers, which are at most 2 MiB a store and partition
 */
public record DiskUse(
        long versions, long text, Map<String, Long> topics, Map<String, Long> kept, Map<String, Long> stores) {

    private static final String STORES = "rocksdb";

    /** Between the name of a store that drops its records by age and the number of one of its folders. */
    private static final String SEGMENT = ".";

    private static final String CHANGELOG = "-changelog";
    private static final String REPARTITION = "-repartition";

    /** Pages alone are deleted by age and not by key. */
    private static final String PAGES = Topics.PAGES.name();

    /** Bytes of topics that compaction leaves and of stores, over bytes of text. */
    public double ratio() {
        return (sum(kept) + sum(stores)) / (double) Math.max(1, text);
    }

    /** The same without {@code pages}, which are what came from the web. */
    public double ratioWithoutPages() {
        return ratio() - kept.getOrDefault(PAGES, 0L) / (double) Math.max(1, text);
    }

    private static long sum(Map<String, Long> bytes) {
        return bytes.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Measures the pipeline of a prefix while nothing is on its way.
     *
     * @param state folder of the services' state
     * @throws IOException when a topic or a folder cannot be read
     */
    static DiskUse of(Admin admin, TopicReader reader, String prefix, Path state)
            throws IOException, InterruptedException {
        Map<String, Long> topics = new TreeMap<>();
        Map<String, Long> kept = new TreeMap<>();
        for (Map.Entry<String, Long> topic : sizes(admin, prefix).entrySet()) {
            String name = shortName(topic.getKey(), prefix);
            topics.put(name, topic.getValue());
            kept.put(name, Math.round(topic.getValue() * keptShare(reader, topic.getKey(), name)));
        }
        Map<String, Integer> texts = texts(reader, Topics.ARTICLES.name(prefix));
        long text = texts.values().stream().mapToLong(Integer::longValue).sum();
        return new DiskUse(texts.size(), text, topics, kept, stores(state));
    }

    private static Map<String, Long> sizes(Admin admin, String prefix) throws IOException, InterruptedException {
        Map<String, Long> sizes = new HashMap<>();
        try {
            var brokers =
                    admin.describeCluster().nodes().get().stream().map(Node::id).toList();
            admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> replica.getKey().topic().contains(prefix)
                            && replica.getValue().size() > 0)
                    .forEach(replica -> sizes.merge(
                            replica.getKey().topic(), replica.getValue().size(), Long::sum));
            return sizes;
        } catch (ExecutionException e) {
            throw new IOException("the cluster does not say how large topics are", e);
        }
    }

    private static String shortName(String topic, String prefix) {
        return topic.substring(topic.indexOf(prefix) + prefix.length());
    }

    private static double keptShare(TopicReader reader, String topic, String name) throws IOException {
        if (name.endsWith(REPARTITION)) {
            return 0;
        }
        Topic<?> known = Topics.named(name).orElse(null);
        boolean compacted = name.endsWith(CHANGELOG) || known != null && known.cleanup() != Cleanup.DELETE;
        return compacted ? lastShare(reader, topic) : 1;
    }

    /** Bytes of the last records of all keys, over bytes of all records, both before compression. */
    private static double lastShare(TopicReader reader, String topic) throws IOException {
        Map<String, Integer> last = new HashMap<>();
        long[] all = new long[1];
        reader.read(topic, false, record -> {
            int bytes = record.serializedKeySize() + Math.max(0, record.serializedValueSize());
            String key = new String(record.key(), StandardCharsets.ISO_8859_1);
            all[0] += bytes;
            if (record.value() == null) {
                last.remove(key);
            } else {
                last.put(key, bytes);
            }
            return true;
        });
        long left = last.values().stream().mapToLong(Integer::longValue).sum();
        return all[0] == 0 ? 0 : left / (double) all[0];
    }

    private static Map<String, Integer> texts(TopicReader reader, String topic) throws IOException {
        Map<String, Integer> texts = new HashMap<>();
        reader.read(topic, false, record -> {
            Article article = Json.read(record.value(), Article.class);
            texts.put(article.id() + " " + article.version(), bytes(article.headline()) + bytes(article.articleBody()));
            return true;
        });
        return texts;
    }

    private static int bytes(@Nullable String text) {
        return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static Map<String, Long> stores(Path state) throws IOException {
        Map<String, Long> stores = new TreeMap<>();
        try (Stream<Path> files = Files.walk(state)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                stores.merge(store(state.relativize(file)), Files.size(file), Long::sum);
            }
        }
        return stores;
    }

    /** The name of the store that a file belongs to; that of the file when it belongs to none. */
    private static String store(Path file) {
        for (int i = 0; i < file.getNameCount() - 2; i++) {
            if (file.getName(i).toString().equals(STORES)) {
                return file.getName(i + 1).toString();
            }
        }
        for (int i = 0; i < file.getNameCount() - 2; i++) {
            String store = file.getName(i).toString();
            if (file.getName(i + 1).toString().startsWith(store + SEGMENT)) {
                return store;
            }
        }
        return file.getFileName().toString();
    }
}
