package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.review.LineDecision;
import jp.bansho.access.review.Review;
import jp.bansho.numbers.staff.ReviewDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Option;
import jp.bansho.terminal.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0701 the reviews with their deadlines, NUM-0702 one review, decided line by line (A6).
@Controller
class ReviewScreens {

    private static final int MOST = 100;

    private final ReviewDesk desk;
    private final ReviewSheets sheets;
    private final Rights rights;
    private final Labels labels;

    ReviewScreens(ReviewDesk desk, ReviewSheets sheets, Rights rights, Labels labels) {
        this.desk = desk;
        this.sheets = sheets;
        this.rights = rights;
        this.labels = labels;
    }

    @Needs(Right.SEE_REVIEWS)
    @GetMapping("/reviews")
    String list(Member member, Model model) {
        model.addAttribute(
                "rows", desk.all(member, MOST).stream().map(sheets::row).toList());
        model.addAttribute("reviews", rights.allows(member, Right.DO_REVIEW));
        return "roster/reviews";
    }

    @Needs(Right.SEE_REVIEWS)
    @GetMapping("/reviews/{id}")
    String one(@PathVariable("id") long id, Member member, Model model) {
        return page(member, model, known(desk, member, id));
    }

    @Needs(Right.DO_REVIEW)
    @PostMapping("/reviews/{id}/lines/{account}")
    String decide(
            @PathVariable("id") long id,
            @PathVariable("account") String account,
            @RequestParam(name = "decision", defaultValue = "") String word,
            @RequestParam(name = "note", defaultValue = "") String note,
            Member member,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        var review = known(desk, member, id);
        var decision = Arrays.stream(LineDecision.values())
                .filter(one -> one.word().equals(word))
                .findFirst();
        if (decision.isEmpty()) {
            return again(member, model, response, review, account, note, labels.of("roster.review.wrong.decision"));
        }
        try {
            desk.decide(member, id, account, decision.get(), note);
        } catch (AccessRefused refused) {
            return again(member, model, response, review, account, note, labels.refusal(refused));
        }
        Notice.done(next, labels.of("roster.review.decided", account));
        return "redirect:/reviews/" + id;
    }

    private String again(
            Member member,
            Model model,
            HttpServletResponse response,
            Review review,
            String account,
            String note,
            String text) {
        response.setStatus(Pages.UNPROCESSABLE);
        model.addAttribute("notice", new Notice("error", account + labels.either("：", ": ") + text));
        model.addAttribute("typedAccount", account);
        model.addAttribute("typedNote", note);
        return page(member, model, review);
    }

    private String page(Member member, Model model, Review review) {
        var lines = desk.lines(member, review.id());
        model.addAttribute("id", review.id());
        model.addAttribute("facts", sheets.facts(review));
        model.addAttribute("row", sheets.row(review));
        model.addAttribute(
                "rows", lines.stream().map(line -> sheets.line(member, line)).toList());
        model.addAttribute("decides", review.open() && rights.allows(member, Right.DO_REVIEW));
        model.addAttribute(
                "closes", review.open() && review.undecided() == 0 && rights.allows(member, Right.DO_REVIEW));
        model.addAttribute(
                "decisions",
                Arrays.stream(LineDecision.values())
                        .map(one -> new Option(one.word(), labels.either(one.japanese(), one.english())))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb("/reviews", labels.of("roster.reviews.title"))));
        return "roster/review";
    }

    /// The review; to whoever is of another organisation it does not exist.
    static Review known(ReviewDesk desk, Member member, long id) {
        return desk.one(member, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Bean
    static Place reviewsPlace() {
        return new Place(65, "/reviews", "roster.reviews.link", Right.SEE_REVIEWS);
    }
}
