package jp.bansho.numbers.terminal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.bansho.access.Member;
import jp.bansho.access.session.Visit;
import jp.bansho.machine.Home;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.Rights;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every screen its frame.
@ControllerAdvice
@ConditionalOnWebApplication
class FrameModel {

    private final Rights rights;
    private final Organisations organisations;
    private final TerminalSettings settings;
    private final VisitBook visits;
    private final Dates dates;
    private final @Nullable String environment;
    private final List<Place> places;

    FrameModel(
            Rights rights,
            Organisations organisations,
            TerminalSettings settings,
            VisitBook visits,
            Dates dates,
            Home home,
            List<Place> places) {
        this.rights = rights;
        this.organisations = organisations;
        this.settings = settings;
        this.visits = visits;
        this.dates = dates;
        this.environment =
                Files.exists(home.terminal()) ? Home.load(home.terminal()).getProperty("environment") : null;
        this.places =
                places.stream().sorted(Comparator.comparingInt(Place::order)).toList();
    }

    @ModelAttribute("frame")
    Frame frame(HttpServletRequest request, Locale locale) {
        if (!(request.getAttribute(Gate.VISIT) instanceof Visit visit)) {
            var path = request.getMethod().equals("GET") ? request.getServletPath() : null;
            return new Frame(null, null, null, null, dates.day(visits.today()), environment, path, null, 0);
        }
        var member = visit.member();
        var japanese = locale.getLanguage().equals("ja");
        return new Frame(
                organisations.name(member.organisation(), japanese),
                member.name(),
                japanese ? member.role().japanese() : member.role().english(),
                department(member, japanese),
                dates.day(visits.today()),
                environment,
                request.getMethod().equals("GET") ? request.getServletPath() : null,
                links(request.getServletPath(), member),
                (int) settings.idle().toSeconds());
    }

    @ModelAttribute("japanese")
    boolean japanese(Locale locale) {
        return locale.getLanguage().equals("ja");
    }

    private String department(Member member, boolean japanese) {
        var department = rights.departments().get(member.department());
        return department == null ? member.department() : japanese ? department.japanese() : department.english();
    }

    private List<Frame.Link> links(String path, Member member) {
        return places.stream()
                .filter(place -> rights.allows(member, place.right()))
                .map(place -> new Frame.Link(
                        place.href(),
                        place.textKey(),
                        place.href().equals("/") ? path.equals("/") : path.startsWith(place.href()),
                        null))
                .toList();
    }
}
