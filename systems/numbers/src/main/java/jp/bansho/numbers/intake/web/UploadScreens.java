package jp.bansho.numbers.intake.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import jp.bansho.access.Member;
import jp.bansho.machine.Home;
import jp.bansho.numbers.erasure.Facts;
import jp.bansho.numbers.intake.Taken;
import jp.bansho.numbers.intake.Upload;
import jp.bansho.numbers.intake.UploadConfirmations;
import jp.bansho.numbers.intake.UploadRefusal;
import jp.bansho.numbers.intake.Uploads;
import jp.bansho.numbers.staff.Actors;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.terminal.Needs;
import jp.bansho.terminal.Crumb;
import jp.bansho.terminal.Notice;
import jp.bansho.terminal.Place;
import jp.bansho.terminal.Problems;
import jp.bansho.terminal.Texts;
import jp.bansho.terminal.TypedDay;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Upload of the dependants file (NUM-0401), which leads to its job's page, and the confirmation that removes the
/// source (NUM-0403). N5.
@Controller
class UploadScreens {

    private final Uploads uploads;
    private final UploadConfirmations confirmations;
    private final JobSight sight;
    private final Home home;
    private final Facts facts;
    private final Texts texts;
    private final DataSize most;
    private final SecureRandom random = new SecureRandom();

    UploadScreens(
            Uploads uploads,
            UploadConfirmations confirmations,
            JobSight sight,
            Home home,
            Facts facts,
            Texts texts,
            @Value("${bansho.numbers.intake.upload-limit}") DataSize most) {
        this.uploads = uploads;
        this.confirmations = confirmations;
        this.sight = sight;
        this.home = home;
        this.facts = facts;
        this.texts = texts;
        this.most = most;
    }

    /// A line of the list.
    record Line(Upload upload, JobStanding standing) {}

    @Needs(Right.UPLOAD_FILE)
    @GetMapping(UploadGuard.ROUTE)
    String form(
            @RequestParam(defaultValue = "") String refused, Member member, HttpServletResponse response, Model model) {
        Arrays.stream(UploadRefusal.values())
                .filter(why -> why.word().equals(refused))
                .findFirst()
                .ifPresent(why -> refuse(response, model, new Taken.Refused(why, 0, null)));
        return show(member, model);
    }

    @Needs(Right.UPLOAD_FILE)
    @PostMapping(UploadGuard.ROUTE)
    String take(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") String deadline,
            Member member,
            HttpServletResponse response,
            Model model)
            throws IOException {
        if (file == null
                || (file.isEmpty() && String.valueOf(file.getOriginalFilename()).isEmpty())) {
            var problems = new Problems();
            problems.add("file", texts.of("intake.upload.missing"));
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(member, model);
        }
        var day = TypedDay.read(deadline).filter(facts::plausibleForFile);
        if (!deadline.isBlank() && day.isEmpty()) {
            var problems = new Problems();
            problems.add("deadline", texts.of("intake.upload.deadline.wrong"));
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(member, model);
        }
        var taken = keep(member, file, day.orElse(null));
        if (taken instanceof Taken.Begun(var job)) {
            return "redirect:/jobs/" + job;
        }
        refuse(response, model, (Taken.Refused) taken);
        return show(member, model);
    }

    @Needs(Right.UPLOAD_FILE)
    @PostMapping("/uploads/{job}/resume")
    String resume(@PathVariable long job, Member member, RedirectAttributes next) {
        find(member, job);
        var taken = uploads.resume(Actors.of(member), member.department(), member.organisation(), job);
        if (taken instanceof Taken.Refused(var why, var _, var _)) {
            Notice.refused(next, texts.of("intake.refused." + why.word()));
        }
        return "redirect:/jobs/" + job;
    }

    @Needs(Right.UPLOAD_FILE)
    @GetMapping("/uploads/{job}/confirm")
    String question(@PathVariable long job, Member member, Model model) {
        var upload = find(member, job);
        if (!upload.waits()) {
            return "redirect:/jobs/" + job;
        }
        model.addAttribute("upload", upload);
        model.addAttribute("sheet", sight.find(member, job).orElseThrow());
        model.addAttribute("crumbs", List.of(new Crumb(UploadGuard.ROUTE, texts.of("intake.upload.title"))));
        return "intake/confirm";
    }

    @Needs(Right.UPLOAD_FILE)
    @PostMapping("/uploads/{job}/confirm")
    String confirm(@PathVariable long job, Member member, RedirectAttributes next) {
        find(member, job);
        if (confirmations.confirm(Actors.of(member), member.organisation(), job)) {
            Notice.done(next, texts.of("intake.confirm.done", String.valueOf(job)));
        } else {
            Notice.info(next, texts.of("intake.confirm.nothing"));
        }
        return "redirect:" + UploadGuard.ROUTE;
    }

    /// The server's own copy goes where the job reads it by a rename; whatever happens, it is removed if no job wants
    /// it.
    private Taken keep(Member member, MultipartFile file, @Nullable LocalDate deadline) throws IOException {
        var actor = Actors.of(member);
        if (file.getSize() > most.toBytes()) {
            uploads.refuse(actor, member.department(), member.organisation(), UploadRefusal.TOO_BIG);
            return new Taken.Refused(UploadRefusal.TOO_BIG, 0, null);
        }
        var kept = newFile(member.organisation());
        file.transferTo(kept.toFile());
        Files.setPosixFilePermissions(kept, PosixFilePermissions.fromString("rw-------"));
        return uploads.take(actor, member.department(), member.organisation(), kept, deadline);
    }

    private Path newFile(int association) {
        var name = new byte[12];
        random.nextBytes(name);
        return home.uploads()
                .toAbsolutePath()
                .normalize()
                .resolve("%02d-%s.csv".formatted(association, HexFormat.of().formatHex(name)));
    }

    private void refuse(HttpServletResponse response, Model model, Taken.Refused refused) {
        var problems = new Problems();
        var text = texts.of("intake.refused." + refused.why().word());
        problems.add(
                "file",
                refused.rule() == null
                        ? text
                        : text
                                + texts.of("intake.refused.line", refused.line())
                                + new RuleWords(texts).of(refused.rule()));
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
    }

    private String show(Member member, Model model) {
        var lines = confirmations.newest(Actors.of(member), member.organisation()).stream()
                .map(upload -> new Line(upload, sight.standing(upload.job(), false)))
                .toList();
        model.addAttribute("lines", lines);
        model.addAttribute("most", most.toMegabytes());
        return "intake/upload";
    }

    private Upload find(Member member, long job) {
        return confirmations
                .find(Actors.of(member), member.organisation(), job)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @Bean
    static Place uploadPlace() {
        return new Place(40, UploadGuard.ROUTE, "intake.upload.link", Right.UPLOAD_FILE);
    }
}
