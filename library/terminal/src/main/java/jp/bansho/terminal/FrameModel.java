package jp.bansho.terminal;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import jp.bansho.access.Member;
import jp.bansho.access.session.Visit;
import jp.bansho.machine.Home;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/// Gives every screen its frame.
@ControllerAdvice
@ConditionalOnWebApplication
class FrameModel {

    private final Premises premises;
    private final TerminalSettings settings;
    private final VisitBook visits;
    private final Dates dates;
    private final @Nullable String environment;
    private final List<Place> places;

    FrameModel(
            Premises premises,
            TerminalSettings settings,
            VisitBook visits,
            Dates dates,
            Home home,
            List<Place> places) {
        this.premises = premises;
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
                premises.organisation(member.organisation(), japanese),
                premises.called(member),
                japanese ? member.role().japanese() : member.role().english(),
                premises.department(member.department(), japanese),
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

    private List<Frame.Link> links(String path, Member member) {
        return places.stream()
                .filter(place -> premises.allows(member, place.right()))
                .map(place -> new Frame.Link(
                        place.href(),
                        place.textKey(),
                        place.href().equals("/") ? path.equals("/") : path.startsWith(place.href()),
                        null))
                .toList();
    }
}
