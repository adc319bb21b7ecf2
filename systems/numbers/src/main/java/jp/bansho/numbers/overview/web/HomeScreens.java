package jp.bansho.numbers.overview.web;

import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Home (NUM-0201): what waits for the member, the most urgent first, and where the member may go.
@Controller
class HomeScreens {

    private final WorkList work;
    private final Rights rights;
    private final List<Place> places;

    HomeScreens(WorkList work, Rights rights, List<Place> places) {
        this.work = work;
        this.rights = rights;
        this.places = places;
    }

    @Needs(Right.SEE_WORK)
    @GetMapping("/")
    String home(Member member, Model model) {
        var lines = work.of(member);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "overdue",
                lines.stream().filter(line -> line.urgency() == Urgency.OVERDUE).count());
        model.addAttribute(
                "places",
                places.stream()
                        .filter(place -> !place.href().equals("/") && rights.allows(member, place.right()))
                        .sorted((one, other) -> Integer.compare(one.order(), other.order()))
                        .toList());
        return "overview/home";
    }

    @Bean
    static Place homePlace() {
        return new Place(10, "/", "overview.home.link", Right.SEE_WORK);
    }
}
