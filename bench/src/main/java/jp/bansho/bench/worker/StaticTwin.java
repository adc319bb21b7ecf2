package jp.bansho.bench.worker;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Member;
import jp.bansho.numbers.linkage.Kind;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.registry.PersonPage;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.vault.KeptNumber;
import jp.bansho.numbers.vault.NumberState;
import jp.bansho.numbers.vault.Provenance;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Frame;
import jp.bansho.terminal.Open;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Place;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The person's page with fixed content: same template, same frame, same security chain and TLS, but nobody is looked
/// up, nothing is read from the database and nothing is put on record.
@Controller
class StaticTwin {

    static final String PATH = "/bench/person";

    private static final Person PERSON = new Person(
            1, 28, Kind.RECIPIENT, true, true, "2800000001", "K0000001", "280000000000001", "1234567890", "12345678");
    private static final KeptNumber NUMBER = new KeptNumber(
            1, NumberState.CURRENT, new Provenance(1, 1, Instant.parse("2026-11-22T00:30:00Z"), "bench"));
    private static final List<Option> PURPOSES = List.of(
            new Option("P-01", "P-01　年金の決定（受給権者）（番号法第9条第1項・別表37の項、59の項）"),
            new Option("P-03", "P-03　年金の支給（番号法第9条第1項・別表37の項、59の項）"),
            new Option("P-04", "P-04　年金記録の照会（番号法第9条第1項・別表37の項、59の項）"),
            new Option("P-05", "P-05　年金相談（番号法第9条第1項・別表37の項、59の項）"),
            new Option("P-06", "P-06　個人番号の登録・変更（番号法第9条第1項・別表37の項、59の項）"));

    /// What the template reads of the sheet's facts.
    record Facts(
            String organisation,
            String kind,
            String basicPensionNumber,
            PersonPage.Shown page,
            List<NumberLine> numbers,
            List<String> work,
            List<UseLine> uses) {}

    record NumberLine(
            int generation, String state, String stateText, String source, String at, String actor, long job) {}

    record UseLine(String at, String actor, String role, String purpose, String caseReference, String event) {}

    record Matter(String row, String caseReference) {}

    record Form(String purpose, String caseReference) {}

    private static final Member CLERK = new Member("bench-000", -1, "試験 一郎", 28, AccountRole.CLERK, "pension");
    private static final UseLine USE =
            new UseLine("2026-11-22 09:30:00", "bench-001", "担当者", "P-03　年金の支給", "", "個人の記録を表示した");
    private static final Facts FACTS = new Facts(
            "兵庫県市町村職員共済組合",
            "年金受給権者",
            "1234-567890",
            new PersonPage.Shown(PERSON, true, List.of(NUMBER), "1"),
            List.of(new NumberLine(1, "done", "現在の番号", "本人確認情報の照会", "2026-11-22 09:30:00", "bench", 1)),
            List.of(),
            List.of(USE, USE));

    private final Frame frame;

    /// The frame is a clerk's, with every place a clerk may go to.
    StaticTwin(List<Place> places, Rights rights) {
        var links = places.stream()
                .sorted(Comparator.comparingInt(Place::order))
                .filter(place -> rights.allows(CLERK, place.right()))
                .map(place -> new Frame.Link(
                        place.href(), place.textKey(), place.href().equals("/people"), null))
                .toList();
        frame = new Frame("兵庫県市町村職員共済組合", CLERK.name(), "担当者", "年金課", "令和8年（2026年）11月22日", null, PATH, links, 600);
    }

    @Open
    @GetMapping(PATH)
    String person(Model model) {
        model.addAttribute("frame", frame);
        model.addAttribute("crumbs", List.of(new Crumb("/people", "人を探す")));
        model.addAttribute("facts", FACTS);
        model.addAttribute("person", PERSON);
        model.addAttribute("here", "/people/28/1");
        model.addAttribute("matter", new Matter("P-03", "R8-0001"));
        model.addAttribute("matterWords", "P-03　年金の支給");
        model.addAttribute("form", new Form("P-03", "R8-0001"));
        model.addAttribute("once", "AAAAAAAAAAAAAAAAAAAAAAAA");
        model.addAttribute("reveals", true);
        model.addAttribute("revealPurposes", PURPOSES);
        model.addAttribute("changes", true);
        model.addAttribute("deletes", false);
        model.addAttribute("compares", false);
        return "registry/person";
    }
}
