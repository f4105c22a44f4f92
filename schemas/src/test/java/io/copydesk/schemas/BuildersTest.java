package io.copydesk.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildersTest {

    /** Fields that every article has alike. */
    private static final Set<String> CONSTANT = Set.of("context", "type");

    @ParameterizedTest
    @ValueSource(
            classes = {
                Article.class,
                Pipeline.class,
                Revision.class,
                Story.class,
                FeedStatus.class,
                DeadLetter.class,
                Link.class
            })
    void eachSetterFillsTheFieldOfItsName(Class<?> type) throws ReflectiveOperationException {
        for (RecordComponent component : type.getRecordComponents()) {
            if (!CONSTANT.contains(component.getName())) {
                Object least = Examples.least(type);
                Object full = Examples.full(type);
                Object value = component.getAccessor().invoke(full);
                Object builder = filled(type, least);
                setter(builder, component).invoke(builder, value);

                Object built = builder.getClass().getMethod("build").invoke(builder);

                for (RecordComponent other : type.getRecordComponents()) {
                    Object from = other.getName().equals(component.getName()) ? full : least;
                    if (!CONSTANT.contains(other.getName())) {
                        assertThat(other.getAccessor().invoke(built))
                                .as(other.getName())
                                .usingRecursiveComparison()
                                .isEqualTo(other.getAccessor().invoke(from));
                    }
                }
            }
        }
    }

    @Test
    void aCopyKeepsWhatIsNotChanged() {
        Article full = Examples.full(Article.class);
        Pipeline pipeline = Examples.full(Pipeline.class);

        assertThat(full.toBuilder().build()).isEqualTo(full);
        assertThat(pipeline.toBuilder().build()).isEqualTo(pipeline);
        assertThat(full.toBuilder().version(9).build().version()).isEqualTo(9);
    }

    @Test
    void anArticleIsAFirstVersionUnlessSaidOtherwise() {
        Article article = Article.builder()
                .id("a")
                .articleBody("text")
                .pipeline(Examples.least(Pipeline.class))
                .build();

        assertThat(article.version()).isEqualTo(1);
        assertThat(article.type()).isEqualTo("NewsArticle");
        assertThat(article.context()).isEqualTo("https://schema.org");
        assertThat(article.keywords()).isEmpty();
    }

    @Test
    void namesTheRequiredFieldThatIsMissing() {
        Article.Builder builder = Article.builder().id("a").pipeline(Examples.least(Pipeline.class));

        assertThatThrownBy(builder::build)
                .isInstanceOf(NullPointerException.class)
                .hasMessage("articleBody");
    }

    @Test
    void learnedBoilerplateComesAfterWhatThePageHadRemoved() {
        Removed first = new Removed("a", RemovalReason.SHARE, "r", null);
        Removed learned = new Removed("b", RemovalReason.SITE_BOILERPLATE, "r", null);
        Pipeline pipeline = Examples.least(Pipeline.class).toBuilder()
                .removed(List.of(first))
                .build()
                .withoutBoilerplate("digest", List.of(learned), "rule/1");

        assertThat(pipeline.removed()).containsExactly(first, learned);
        assertThat(pipeline.textDigest()).isEqualTo("digest");
        assertThat(pipeline.siteRule()).isEqualTo("rule/1");
    }

    private static Object filled(Class<?> type, Object record) throws ReflectiveOperationException {
        Object builder = type.getMethod("builder").invoke(null);
        for (RecordComponent component : type.getRecordComponents()) {
            if (!CONSTANT.contains(component.getName())) {
                setter(builder, component)
                        .invoke(builder, component.getAccessor().invoke(record));
            }
        }
        return builder;
    }

    private static Method setter(Object builder, RecordComponent component) throws NoSuchMethodException {
        return builder.getClass().getMethod(component.getName(), component.getType());
    }
}
