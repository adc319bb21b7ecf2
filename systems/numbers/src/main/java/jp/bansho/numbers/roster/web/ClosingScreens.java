package jp.bansho.numbers.roster.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import jp.bansho.access.AccessRefused;
import jp.bansho.access.Member;
import jp.bansho.access.review.ReviewResult;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.numbers.staff.ReviewDesk;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Users;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Dates;
import jp.bansho.terminal.FreshPasskey;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Paper;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// NUM-0703: the result of a review is shown, signed with the passkey and closed; NUM-0704: the signed result,
/// made for paper (A6).
@Controller
class ClosingScreens {

    private static final String OPERATION = "close-review";

    private final ReviewDesk desk;
    private final ReviewSheets sheets;
    private final FreshPasskey passkey;
    private final Users users;
    private final Organisations organisations;
    private final Labels labels;
    private final Dates dates;
    private final Clock clock;

    ClosingScreens(
            ReviewDesk desk,
            ReviewSheets sheets,
            FreshPasskey passkey,
            Users users,
            Organisations organisations,
            Labels labels,
            Dates dates,
            Clock clock) {
        this.desk = desk;
        this.sheets = sheets;
        this.passkey = passkey;
        this.users = users;
        this.organisations = organisations;
        this.labels = labels;
        this.dates = dates;
        this.clock = clock;
    }

    @Needs(Right.DO_REVIEW)
    @GetMapping("/reviews/{id}/close")
    String ask(
            @PathVariable("id") long id,
            Member member,
            HttpServletRequest request,
            Model model,
            RedirectAttributes next) {
        var review = ReviewScreens.known(desk, member, id);
        if (!review.open() || review.undecided() > 0) {
            Notice.refused(next, labels.of("roster.review.not-closable"));
            return "redirect:/reviews/" + id;
        }
        var result = result(member, id);
        model.addAttribute("id", id);
        model.addAttribute("facts", sheets.facts(review));
        model.addAttribute("result", result.text());
        model.addAttribute("hash", result.hash());
        model.addAttribute("options", passkey.ask(request, member, OPERATION, facts(id, result)));
        model.addAttribute(
                "crumbs",
                List.of(
                        new Crumb("/reviews", labels.of("roster.reviews.title")),
                        new Crumb("/reviews/" + id, labels.of("roster.review.title"))));
        return "roster/closing";
    }

    @Needs(Right.DO_REVIEW)
    @PostMapping("/reviews/{id}/close")
    String close(
            @PathVariable("id") long id,
            @RequestParam(name = "credential", defaultValue = "") String credential,
            Member member,
            HttpServletRequest request,
            RedirectAttributes next) {
        ReviewScreens.known(desk, member, id);
        var result = result(member, id);
        return switch (passkey.verify(request, member, OPERATION, facts(id, result), credential)) {
            case FreshPasskey.Answered.Refused(var why) -> {
                Notice.refused(next, labels.either(why.japanese(), why.english()));
                yield "redirect:/reviews/" + id + "/close";
            }
            case FreshPasskey.Answered.Signed(var evidence) -> signed(member, id, result, evidence, next);
        };
    }

    private String signed(Member member, long id, ReviewResult result, String evidence, RedirectAttributes next) {
        try {
            desk.close(member, id, result.hash(), evidence);
            Notice.done(next, labels.of("roster.review.closed"));
        } catch (AccessRefused refused) {
            Notice.refused(next, labels.refusal(refused));
        }
        return "redirect:/reviews/" + id;
    }

    @Needs(Right.SEE_REVIEWS)
    @GetMapping("/reviews/{id}/result")
    String paper(@PathVariable("id") long id, Member member, Model model) {
        var review = ReviewScreens.known(desk, member, id);
        var closedAt = review.closedAt();
        if (closedAt == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("facts", sheets.facts(review));
        model.addAttribute("organisation", organisations.name(member.organisation(), labels.japanese()));
        model.addAttribute(
                "signed",
                List.of(
                        new Fact(labels.of("roster.review.closed-by"), String.valueOf(review.closedBy())),
                        new Fact(labels.of("roster.review.closed-at"), dates.paper(closedAt)),
                        new Fact(
                                labels.of("roster.review.hash"),
                                Labels.fingerprint(result(member, id).hash()))));
        model.addAttribute("evidence", review.evidence());
        model.addAttribute("result", review.result());
        model.addAttribute(
                "rows",
                desk.lines(member, id).stream()
                        .map(line -> sheets.line(member, line))
                        .toList());
        model.addAttribute(
                "paper",
                new Paper(
                        labels.of("roster.review.form"),
                        null,
                        dates.day(users.today()),
                        member.account(),
                        dates.paper(clock.instant()),
                        "/reviews/" + id));
        return "roster/review-result";
    }

    private ReviewResult result(Member member, long id) {
        return desk.result(member, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static SequencedMap<String, String> facts(long review, ReviewResult result) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("review", String.valueOf(review));
        facts.put("result", result.hash());
        return facts;
    }
}
