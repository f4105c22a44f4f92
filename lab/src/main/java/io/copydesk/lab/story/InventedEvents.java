package io.copydesk.lab.story;

import io.copydesk.schemas.Article;
import io.copydesk.schemas.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Reports of invented events that are hard to tell apart, in a few wordings each: all matches of one league, or the coverage of a few products over two months.
 * Each is a function of the seed. Immutable.
 */
public final class InventedEvents {

    private static final Instant START = Instant.parse("2031-03-01T09:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final int REPORTS = 4;

    private static final List<String> CLUBS = List.of(
            "Ternquay",
            "Marrow Vale",
            "Ostby",
            "Calder Heath",
            "Pellwick",
            "Sundry Cross",
            "Vantry",
            "Holm Isle",
            "Kestermoor",
            "Dunravel",
            "Ambry",
            "Lorne Hill");
    private static final List<String> PLAYERS = List.of(
            "Tobin",
            "Arkwell",
            "Sereno",
            "Vask",
            "Ludlam",
            "Okonjo",
            "Brisk",
            "Hallam",
            "Pereda",
            "Quill",
            "Ronsard",
            "Tamsin",
            "Ulmer",
            "Weld",
            "Yarrow",
            "Zoric",
            "Corvin",
            "Dempsey",
            "Elmet",
            "Fenwright");

    private static final List<List<String>> OF_MATCH = List.of(
            List.of("%H beat %A %S at %P on %D.", "%A lost %S to %H on %D.", "A %S win at %P took %H past %A on %D."),
            List.of(
                    "%1 scored the first after %M minutes.",
                    "The opening goal came from %1 in minute %M.", "%H led through %1 after %M minutes."),
            List.of("%2 added another late on.", "Late in the game %2 scored as well.", "%2 made sure of it."),
            List.of("%N people watched.", "The crowd numbered %N.", "%N came through the gates at %P."),
            List.of(
                    "\"We were slow to start,\" the coach of %A said.",
                    "The coach of %A spoke of a slow start.", "%A's coach blamed a slow start."),
            List.of(
                    "The Tarn League goes on next week.",
                    "It was another round of the Tarn League season.",
                    "The season of the Tarn League has twelve clubs."),
            List.of(
                    "The referee showed several yellow cards.",
                    "Yellow cards were plentiful.",
                    "There were yellow cards for both sides."));

    private static final List<String> PRODUCTS = List.of("Calder Arc", "Pellwick Mono", "Vantry Loom");

    /** The events in the life of a product: for each, sentences in several wordings. */
    private static final List<List<List<String>>> LIFE = List.of(
            List.of(
                    List.of("%B unveiled the %X at a harbour warehouse.", "The %X was presented by %B on a quay."),
                    List.of("It folds along a ceramic hinge.", "A hinge made of ceramics lets it fold."),
                    List.of("Guests ate oysters before the curtain rose.", "Oysters were served before the curtain.")),
            List.of(
                    List.of("%B put the price of the %X at %N crowns.", "The %X costs %N crowns, %B said."),
                    List.of("Retailers had hoped for a discount.", "Shops expected it to be cheaper."),
                    List.of("Instalments run over three years.", "Buyers may pay it off over three years.")),
            List.of(
                    List.of("A fire at a supplier delays the %X.", "%B postpones the %X after a supplier's fire."),
                    List.of("The kilns at Ostby were destroyed.", "Flames destroyed the Ostby kilns."),
                    List.of("Nobody was hurt in the blaze.", "The blaze injured nobody.")),
            List.of(
                    List.of("Queues formed overnight for the %X.", "People slept in tents to buy the %X."),
                    List.of("Police closed Lantern Street.", "Lantern Street was shut by police."),
                    List.of("The first in line was a baker.", "A baker stood first in the queue.")),
            List.of(
                    List.of(
                            "%B recalls the %X over swelling batteries.",
                            "Batteries that swell make %B recall the %X."),
                    List.of("The safety office counted %N burns.", "%N burns were reported to the safety office."),
                    List.of("Owners get a refund or a replacement.", "Refunds or replacements are offered.")),
            List.of(
                    List.of(
                            "A court in Ambry hears a patent suit on the %X.",
                            "The %X is at the centre of a patent suit in Ambry."),
                    List.of(
                            "Engineer %1 claims the hinge as her invention.",
                            "%1, an engineer, says she invented the hinge."),
                    List.of("Judge %2 adjourned until autumn.", "The judge, %2, adjourned the trial to autumn.")),
            List.of(
                    List.of("%B's director %1 resigned.", "%1 steps down as director of %B."),
                    List.of("The supervisory board named %2 as successor.", "%2 takes over, the board decided."),
                    List.of("Shares rose by %M percent.", "The stock gained %M percent.")));

    private static final List<List<String>> BACKGROUND = List.of(
            List.of("%B has made phones since the mill closed.", "The maker of the %X was once a mill."),
            List.of("The %X is the company's third foldable phone.", "Two foldable phones came before the %X."),
            List.of("Analysts follow %B closely.", "%B is watched by analysts."));

    /** What also happened: six of these belong to each event, as its details. */
    private static final List<List<String>> DETAILS = List.of(
            List.of("A power cut darkened the car park.", "The car park lost its lights in a power cut."),
            List.of("A brass band played an old shanty.", "An old shanty was played by a brass band."),
            List.of("Fog rolled in from the estuary.", "The estuary sent fog over the town."),
            List.of("A stray goat delayed the buses.", "Buses waited for a stray goat."),
            List.of("The mayor wore a borrowed scarf.", "A borrowed scarf hung around the mayor's neck."),
            List.of("Volunteers handed out ginger soup.", "Ginger soup was served by volunteers."),
            List.of("A drone crashed into a billboard.", "A billboard was hit by a drone."),
            List.of("Nurses collected for a hospice.", "A hospice got what nurses collected."),
            List.of("A retired sailor fainted.", "A sailor, long retired, fainted."),
            List.of("Pigeons nested in the loudspeakers.", "The loudspeakers held nests of pigeons."),
            List.of("A tunnel flooded nearby.", "Water filled a tunnel nearby."),
            List.of("Schoolchildren painted a mural.", "A mural was painted by schoolchildren."),
            List.of("The ferry sounded its horn.", "A horn was heard from the ferry."),
            List.of("A photographer broke her ankle.", "An ankle was broken, that of a photographer."),
            List.of("Farmers protested with tractors.", "Tractors brought protesting farmers."),
            List.of("Students mocked the anthem.", "The anthem was mocked by students."),
            List.of("A meteor was seen over the hills.", "Over the hills people saw a meteor."),
            List.of("The lottery drew its jackpot there.", "Its jackpot was drawn there by the lottery."),
            List.of("Archaeologists announced a burial mound.", "A burial mound was announced by archaeologists."),
            List.of("A choir of widows sang.", "Widows sang as a choir."),
            List.of("Beekeepers lost a swarm.", "A swarm escaped its beekeepers."),
            List.of("The bakery ran out of pretzels.", "Pretzels ran out at the bakery."),
            List.of("A locksmith opened the vault.", "The vault was opened by a locksmith."),
            List.of("Twins were born in a taxi.", "A taxi became the birthplace of twins."),
            List.of("Divers retrieved a bronze bell.", "A bronze bell was retrieved by divers."),
            List.of("The cinema reopened with a western.", "A western reopened the cinema."),
            List.of("Gardeners planted a thousand tulips.", "A thousand tulips were planted by gardeners."),
            List.of("An elevator stuck with a minister inside.", "A minister was stuck in an elevator."),
            List.of("The orchestra went on strike.", "A strike silenced the orchestra."),
            List.of("A falcon escaped from its handler.", "Its handler lost a falcon."));

    private final long seed;

    public InventedEvents(long seed) {
        this.seed = seed;
    }

    /**
     * A report of an event.
     *
     * @param event number of the event, the gold answer
     */
    public record Report(int event, Article article) {}

    /** Sixty matches of one league within six weeks, in which each club meets many others. */
    public List<Report> matches() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (int event = 0; event < 60; event++) {
            List<String> clubs = shuffled(CLUBS, random);
            List<String> players = shuffled(PLAYERS, random);
            Facts facts = new Facts(clubs.get(0), clubs.get(1), players.get(0), players.get(1), random);
            Instant day = START.plus(DAY.multipliedBy(7L * (event / 10) + event % 2));
            report(reports, event, day, facts, withDetails(OF_MATCH, random), random);
        }
        return reports;
    }

    /** Seven events in the life of each of three products, five to eleven days apart. */
    public List<Report> products() {
        Random random = new Random(seed);
        List<Report> reports = new ArrayList<>();
        for (String product : PRODUCTS) {
            Instant day = START.plus(DAY.multipliedBy(random.nextInt(10)));
            for (List<List<String>> event : LIFE) {
                List<String> players = shuffled(PLAYERS, random);
                String maker = product.substring(0, product.lastIndexOf(' '));
                Facts facts = new Facts(maker, product, players.get(0), players.get(1), random);
                List<List<String>> sentences = withDetails(event, random);
                sentences.addAll(BACKGROUND);
                int number = PRODUCTS.indexOf(product) * LIFE.size() + LIFE.indexOf(event);
                report(reports, number, day, facts, sentences, random);
                day = day.plus(DAY.multipliedBy(5L + random.nextInt(7)));
            }
        }
        return reports;
    }

    private static List<List<String>> withDetails(List<List<String>> sentences, Random random) {
        List<List<String>> all = new ArrayList<>(DETAILS);
        Collections.shuffle(all, random);
        all = new ArrayList<>(all.subList(0, 6));
        all.addAll(0, sentences);
        return all;
    }

    /** What is told of an event. */
    private record Facts(String one, String other, String first, String second, String score, int minute, int number) {

        Facts(String one, String other, String first, String second, Random random) {
            this(
                    one,
                    other,
                    first,
                    second,
                    2 + random.nextInt(4) + "-" + random.nextInt(2),
                    11 + random.nextInt(70),
                    2_100 + random.nextInt(7_000));
        }

        String in(String sentence, Instant day) {
            return sentence.replace("%H", one)
                    .replace("%B", one)
                    .replace("%A", other)
                    .replace("%X", other)
                    .replace("%1", first)
                    .replace("%2", second)
                    .replace("%S", score)
                    .replace("%P", one + " Park")
                    .replace("%M", Integer.toString(minute))
                    .replace("%N", Integer.toString(number))
                    .replace("%D", day.toString().substring(0, 10));
        }
    }

    /** Adds some reports of one event, each with its own choice of sentences and of their wording. */
    private void report(
            List<Report> reports, int event, Instant day, Facts facts, List<List<String>> sentences, Random random) {
        for (int i = 0; i < REPORTS; i++) {
            List<String> body = new ArrayList<>();
            for (List<String> wordings : sentences) {
                if (body.isEmpty() || random.nextInt(6) > 0) {
                    body.add(facts.in(wordings.get(random.nextInt(wordings.size())), day));
                }
            }
            List<String> leads = sentences.get(0);
            String headline = facts.in(leads.get(random.nextInt(leads.size())), day);
            Instant time = day.plus(Duration.ofMinutes(random.nextInt(36 * 60)));
            String id = "event-" + event + "-" + i;
            reports.add(new Report(
                    event, article(id, "site" + random.nextInt(40) + ".example", "en", headline, body, time)));
        }
    }

    /** An article of a site with these sentences, that was published at {@code time}. */
    static Article article(String id, String site, String language, String headline, List<String> body, Instant time) {
        return Article.builder()
                .id(id)
                .url("https://" + site + "/" + id)
                .headline(headline.endsWith(".") ? headline.substring(0, headline.length() - 1) : headline)
                .articleBody(String.join(language.equals("en") ? " " : "", body))
                .datePublished(time.toString())
                .inLanguage(language)
                .pipeline(Pipeline.builder()
                        .inputId(id)
                        .site(site)
                        .fetched(time.toString())
                        .eventTime(time.toString())
                        .textDigest(id)
                        .contentDigest(id)
                        .extractor("invented")
                        .build())
                .build();
    }

    private static List<String> shuffled(List<String> names, Random random) {
        List<String> shuffled = new ArrayList<>(names);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
