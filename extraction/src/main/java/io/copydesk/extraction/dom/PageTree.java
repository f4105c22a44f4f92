package io.copydesk.extraction.dom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * The elements and texts of a page in document order, numbered from 0, from one walk right after the parse. What most rules ask of each of them is in
 * arrays, and values of class and id attributes are numbered, so that a rule reads each wording once. What is inside a node {@code i} has the numbers
 * up to {@link #end}, so a walk that passes over it goes on there.
 *
 * <p>It does not follow later changes of the document. Time and memory are linear in the page. Not thread-safe until it is built, immutable from then on.
 */
public final class PageTree {

    /** An element has text right inside that is more than white space. */
    public static final int TEXT = 1;
    /** An element has a digit among the first characters of a text right inside. */
    public static final int DIGIT = 1 << 1;
    /** An element has this attribute. */
    public static final int ITEMPROP = 1 << 2;

    public static final int DATETIME = 1 << 3;
    public static final int PUBDATE = 1 << 4;

    /** An element has attributes other than a class and an id. */
    public static final int OTHERS = 1 << 5;

    private static final int ATTRIBUTES = 1 << 6;

    private static final Tag[] TAGS = Tag.values();
    private static final byte NO_TAG = -1;

    /** Characters of a text among which a digit is looked for. */
    private static final int MOST_FOR_DIGIT = 2000;

    private static final int FIRST_CAPACITY = 2048;
    private static final int FIRST_DEPTH = 64;

    private final Document document;
    private int size;
    private Node[] nodes = new Node[FIRST_CAPACITY];
    /** Ordinals; {@link #NO_TAG} of texts. */
    private byte[] tags = new byte[FIRST_CAPACITY];

    private int[] parents = new int[FIRST_CAPACITY];
    private int[] ends = new int[FIRST_CAPACITY];
    /** Of texts their length; of elements the number of their class attribute, or a place in {@link #identified}, counted down from -1. */
    private int[] values = new int[FIRST_CAPACITY];

    private byte[] flags = new byte[FIRST_CAPACITY];

    /** The numbers of the class attribute and of the id of each element that has an id. */
    private int[] identified = new int[2 * FIRST_DEPTH];

    private int ids;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private int body;

    private PageTree(Document document) {
        this.document = document;
        names.add("");
    }

    /** The nodes of {@code document}. */
    public static PageTree of(Document document) {
        PageTree tree = new PageTree(document);
        // Makes a body where there is none.
        Element body = document.body();
        tree.walk(document);
        tree.body = tree.find(body);
        tree.resize(tree.size);
        return tree;
    }

    private void walk(Element root) {
        Element[] open = new Element[FIRST_DEPTH];
        int[] place = new int[FIRST_DEPTH];
        int[] child = new int[FIRST_DEPTH];
        int depth = 0;
        open[0] = root;
        place[0] = add(root, -1);
        while (depth >= 0) {
            Element outer = open[depth];
            if (child[depth] == outer.childNodeSize()) {
                ends[place[depth]] = size;
                depth--;
                continue;
            }
            Node node = outer.childNode(child[depth]++);
            if (node instanceof TextNode text) {
                add(text, place[depth]);
            } else if (node instanceof Element element) {
                int parent = place[depth++];
                if (depth == open.length) {
                    open = Arrays.copyOf(open, 2 * depth);
                    place = Arrays.copyOf(place, 2 * depth);
                    child = Arrays.copyOf(child, 2 * depth);
                }
                open[depth] = element;
                place[depth] = add(element, parent);
                child[depth] = 0;
            }
        }
    }

    private int add(Element element, int parent) {
        int i = next(element, parent);
        tags[i] = (byte) Tag.of(element.normalName()).ordinal();
        int n = element.attributesSize();
        if (n > 0) {
            Attributes own = element.attributes();
            int classNumber = number(own.get("class"));
            int id = number(own.get("id"));
            values[i] = id == 0 ? classNumber : identify(classNumber, id);
            int named = (classNumber > 0 ? 1 : 0) + (id > 0 ? 1 : 0);
            flags[i] = (byte) (ATTRIBUTES | (n > named ? others(own) : 0));
        }
        return i;
    }

    private int identify(int classNumber, int id) {
        if (2 * ids == identified.length) {
            identified = Arrays.copyOf(identified, 4 * ids);
        }
        identified[2 * ids] = classNumber;
        identified[2 * ids + 1] = id;
        return - ++ids;
    }

    private static int others(Attributes own) {
        return OTHERS
                | (own.hasKey("itemprop") ? ITEMPROP : 0)
                | (own.hasKey("datetime") ? DATETIME : 0)
                | (own.hasKey("pubdate") ? PUBDATE : 0);
    }

    private void add(TextNode node, int parent) {
        int i = next(node, parent);
        String text = node.getWholeText();
        int length = strippedLength(text);
        tags[i] = NO_TAG;
        ends[i] = i + 1;
        values[i] = length;
        if (length > 0) {
            flags[parent] |= TEXT;
            if ((flags[parent] & DIGIT) == 0 && hasDigit(text)) {
                flags[parent] |= DIGIT;
            }
        }
    }

    private int next(Node node, int parent) {
        int i = size++;
        if (i == nodes.length) {
            resize(2 * i);
        }
        nodes[i] = node;
        parents[i] = parent;
        return i;
    }

    private void resize(int capacity) {
        nodes = Arrays.copyOf(nodes, capacity);
        tags = Arrays.copyOf(tags, capacity);
        parents = Arrays.copyOf(parents, capacity);
        ends = Arrays.copyOf(ends, capacity);
        values = Arrays.copyOf(values, capacity);
        flags = Arrays.copyOf(flags, capacity);
    }

    private int number(String name) {
        if (name.isEmpty()) {
            return 0;
        }
        Integer known = numbers.get(name);
        if (known == null) {
            known = names.size();
            numbers.put(name, known);
            names.add(name);
        }
        return known;
    }

    private int find(Element element) {
        for (int i = 0; i < size; i++) {
            if (nodes[i] == element) {
                return i;
            }
        }
        throw new IllegalStateException("an element that is not in its document");
    }

    /** Characters of {@code text} without the white space around it. */
    public static int strippedLength(String text) {
        int end = text.length();
        while (end > 0 && isBlank(text.charAt(end - 1))) {
            end--;
        }
        int start = 0;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        return end - start;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\n' || c == '\t' || (c < '!' || c > '~') && Character.isWhitespace(c);
    }

    private static boolean hasDigit(String text) {
        int most = Math.min(text.length(), MOST_FOR_DIGIT);
        for (int i = 0; i < most; i++) {
            char c = text.charAt(i);
            if (c <= '9' && c >= '0' || c > '~' && Character.isDigit(c)) {
                return true;
            }
        }
        return false;
    }

    /** The page. */
    public Document document() {
        return document;
    }

    /** Number of nodes. */
    public int size() {
        return size;
    }

    /** The {@code <body>}, or what stands for it. */
    public int body() {
        return body;
    }

    /** One after the last node inside {@code i}; of a text the next node. */
    public int end(int i) {
        return ends[i];
    }

    /** The element around {@code i}; -1 for the document itself. */
    public int parent(int i) {
        return parents[i];
    }

    /** Whether {@code i} is a text; else it is an element. */
    public boolean isText(int i) {
        return tags[i] == NO_TAG;
    }

    /** The text {@code i} as it was parsed. */
    public String text(int i) {
        return ((TextNode) nodes[i]).getWholeText();
    }

    /** Characters of the text {@code i} without the white space around it. */
    public int length(int i) {
        return values[i];
    }

    /** The element {@code i}. */
    public Element element(int i) {
        return (Element) nodes[i];
    }

    /** The name of the element {@code i}. */
    public Tag tag(int i) {
        return TAGS[tags[i]];
    }

    /** Whether the element {@code i} has attributes. */
    public boolean hasAttributes(int i) {
        return has(i, ATTRIBUTES);
    }

    /** Whether the element {@code i} has one of these properties. */
    public boolean has(int i, int properties) {
        return (flags[i] & properties) != 0;
    }

    /** The value of an attribute of the element {@code i}, other than its class and id, by the lower-case name; empty when it has none. */
    public String attr(int i, String name) {
        return has(i, OTHERS) ? nodes[i].attributes().get(name) : "";
    }

    /** Whether the element {@code i} has an attribute of this lower-case name, other than its class and id. */
    public boolean hasAttr(int i, String name) {
        return has(i, OTHERS) && nodes[i].attributes().hasKey(name);
    }

    /** The number of the class attribute of the element {@code i}, 0 for none. */
    public int classes(int i) {
        int value = values[i];
        return value >= 0 ? value : identified[-2 * value - 2];
    }

    /** The number of the id of the element {@code i}, 0 for none. */
    public int id(int i) {
        int value = values[i];
        return value >= 0 ? 0 : identified[-2 * value - 1];
    }

    /** How many values class attributes and ids of the page have. */
    public int names() {
        return names.size();
    }

    /** The value with this number, as written. */
    public String name(int number) {
        return names.get(number);
    }
}
