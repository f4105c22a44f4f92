package io.copydesk.schemas;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SimpleDocTreeVisitor;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the Javadoc of the records says, as plain text; read from their sources with the compiler's own parser. By simple name of the type, which
 * is unique in this package.
 */
final class RecordDocs {

    private static final Path SOURCES = Path.of("src/main/java/io/copydesk/schemas");

    private final Map<String, String> types = new HashMap<>();
    private final Map<String, String> components = new HashMap<>();

    /** Values of constants, by {@code Type#NAME}. */
    private final Map<String, Object> constants = new HashMap<>();

    private RecordDocs() {}

    static RecordDocs read() {
        RecordDocs docs = new RecordDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.list(SOURCES);
                StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<Path> sources =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            DocTrees trees = DocTrees.instance(task);
            Iterable<? extends CompilationUnitTree> units = task.parse();
            units.forEach(unit -> docs.new Constants().scan(unit, null));
            units.forEach(unit -> docs.new Comments(trees).scan(unit, null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return docs;
    }

    /** What a type is; empty without Javadoc. */
    String of(Class<?> type) {
        return types.getOrDefault(type.getSimpleName(), "");
    }

    /** What a component of a record is; empty when it has no {@code @param}. */
    String of(Class<?> record, String component) {
        return components.getOrDefault(record.getSimpleName() + '.' + component, "");
    }

    private final class Constants extends TreePathScanner<Void, Void> {

        @Override
        public Void visitVariable(VariableTree variable, Void nothing) {
            if (variable.getInitializer() instanceof LiteralTree literal
                    && getCurrentPath().getParentPath().getLeaf() instanceof ClassTree type) {
                constants.put(type.getSimpleName() + "#" + variable.getName(), literal.getValue());
            }
            return super.visitVariable(variable, nothing);
        }
    }

    private final class Comments extends TreePathScanner<Void, Void> {

        private final DocTrees trees;

        Comments(DocTrees trees) {
            this.trees = trees;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            if (comment != null) {
                String name = type.getSimpleName().toString();
                types.put(name, text(name, comment.getFullBody()));
                for (DocTree tag : comment.getBlockTags()) {
                    if (tag instanceof ParamTree parameter) {
                        components.put(name + '.' + parameter.getName(), text(name, parameter.getDescription()));
                    }
                }
            }
            return super.visitClass(type, nothing);
        }
    }

    private String text(String type, List<? extends DocTree> parts) {
        String text = parts.stream()
                .map(part -> part.accept(new PlainText(type), null))
                .collect(Collectors.joining());
        return text.replaceAll("\\s+", " ").strip();
    }

    /** The words of one piece of a comment; of markup, a space. */
    private final class PlainText extends SimpleDocTreeVisitor<String, Void> {

        private final String type;

        PlainText(String type) {
            this.type = type;
        }

        @Override
        public String visitText(TextTree text, Void nothing) {
            return text.getBody();
        }

        @Override
        public String visitLiteral(com.sun.source.doctree.LiteralTree literal, Void nothing) {
            return literal.getBody().getBody();
        }

        @Override
        public String visitLink(LinkTree link, Void nothing) {
            String signature = link.getReference().getSignature();
            return link.getLabel().isEmpty() ? signature.replaceFirst(".*#", "") : text(type, link.getLabel());
        }

        @Override
        public String visitValue(ValueTree value, Void nothing) {
            String signature = value.getReference().getSignature();
            String name = signature.startsWith("#") ? type + signature : signature;
            return Objects.requireNonNull(constants.get(name), () -> "no value of " + name)
                    .toString();
        }

        @Override
        public String visitEntity(EntityTree entity, Void nothing) {
            throw new IllegalArgumentException("write the character itself in place of " + entity);
        }

        @Override
        protected String defaultAction(DocTree other, Void nothing) {
            return " ";
        }
    }
}
