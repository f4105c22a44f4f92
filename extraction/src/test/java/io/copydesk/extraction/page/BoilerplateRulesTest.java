package io.copydesk.extraction.page;

import static io.copydesk.extraction.page.Scans.p;
import static org.assertj.core.api.Assertions.assertThat;

import io.copydesk.schemas.RemovalReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoilerplateRulesTest {

    @ParameterizedTest
    @CsvSource({
        "nav,                     600, page/tag-nav",
        "footer,                  400, page/tag-footer",
        "aside,                   300, page/tag-aside",
        "form,                    200, page/tag-form",
        "dialog,                  200, page/tag-dialog",
        "address,                 200, page/tag-address",
        "div role=banner,         400, page/role-banner",
        "div role=complementary,  400, page/role-complementary",
        "div role=alert,          400, page/role-alert",
        "div class=comments,      750, page/class-comments",
        "div class=cookiebanner,  750, page/class-cookies",
        "div class=newsletter,    350, page/class-newsletter",
        "div class=share,         350, page/class-share",
        "div class=sidebar,       350, page/class-sidebar",
        "div class=login,         300, page/class-login",
        "div class=paywall,       200, page/class-subscription",
        "div class=byline,        150, page/class-byline",
        "div class='article-body comments', 100, page/class-comments",
        "div class='article-body share',     50, page/class-share"
    })
    void aRegionIsBoilerplateUpToAShareOfThePagesText(String tag, int thousandths, String rule) {
        assertThat(rule(tag, thousandths - 1, 1000)).isEqualTo(rule);
        assertThat(rule(tag, thousandths, 1000)).isNull();
    }

    @Test
    void whatReadsLikeTextIsNoBoxWhateverItsDoubtfulName() {
        assertThat(rule("div class=sidebar", 600, 2000)).isNull();
        assertThat(rule("div class=sidebar", 500, 2000)).isEqualTo("page/class-sidebar");
        assertThat(rule("div class=newsletter", 600, 2000)).isEqualTo("page/class-newsletter");
        assertThat(rule("aside class=sidebar", 600, 2000)).isEqualTo("page/class-sidebar");
    }

    @Test
    void besideANamedArticleAnAsideMayHoldMuchMore() {
        assertThat(asideBeside(300)).isEqualTo("page/tag-aside");
        assertThat(asideBeside(299)).isNull();
    }

    private static String asideBeside(int article) {
        ScannedPage page = Scans.marked(
                "<article>" + p("ferry", article) + "</article><aside id=r>" + p("quay", 500) + "</aside>");
        return Scans.region(page, "r").rule;
    }

    @Test
    void whatIsInsideBoilerplateIsBoilerplateForTheSameReason() {
        ScannedPage page = Scans.marked(p("ferry", 900) + "<nav><div id=r>" + p("quay", 80) + "</div></nav>");

        assertThat(Scans.region(page, "r").boilerplate).isEqualTo(RemovalReason.NAVIGATION);
        assertThat(Scans.region(page, "r").rule).isEqualTo("page/tag-nav");
    }

    @Test
    void aWeakWordNeedsLinks() {
        String text = p("ferry", 900);

        assertThat(weak(text + "<div id=r class=promo><p><a>Fares and times</a> of the line.</p></div>"))
                .isEqualTo("page/class-weak");
        assertThat(weak(text + "<div id=r class=promo><p>Fares and times of the line.</p></div>"))
                .isNull();
    }

    private static String weak(String html) {
        return Scans.region(Scans.marked(html), "r").rule;
    }

    @Test
    void lenientReadingBelievesNoClassButThatOfComments() {
        ScannedPage page = Scans.scan(p("ferry", 900) + "<div id=r class=share>" + p("quay", 80)
                + "</div><div id=c class=comments>" + p("quay", 80) + "</div>");
        BoilerplateRules.mark(page, Strictness.LENIENT);

        assertThat(Scans.region(page, "r").rule).isNull();
        assertThat(Scans.region(page, "c").rule).isEqualTo("page/class-comments");
    }

    @Test
    void aFigureWithATableInItIsNoCaption() {
        ScannedPage page = Scans.marked(p("ferry", 900)
                + "<figure id=r>The quay.</figure><figure id=t><table><tr><td>Fares</td></tr></table></figure>");

        assertThat(Scans.region(page, "r").rule).isEqualTo("page/tag-figure");
        assertThat(Scans.region(page, "t").rule).isNull();
    }

    /** The rule that marks an element of {@code inside} characters on a page of {@code all}. */
    private static String rule(String tag, int inside, int all) {
        ScannedPage page = Scans.marked("<div>" + p("ferry", all - inside) + "</div><" + tag + " id=r>"
                + p("quay", inside) + "</" + tag.split(" ")[0] + ">");
        return Scans.region(page, "r").rule;
    }
}
