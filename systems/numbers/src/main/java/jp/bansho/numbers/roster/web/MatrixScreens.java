package jp.bansho.numbers.roster.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Matrix;
import jp.bansho.access.Member;
import jp.bansho.numbers.staff.Right;
import jp.bansho.numbers.staff.Rights;
import jp.bansho.numbers.terminal.Needs;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// NUM-0506: the permission matrix 権限表 as it is in force, from the one place it is kept (A5).
@Controller
class MatrixScreens {

    private final Rights rights;
    private final Labels labels;

    MatrixScreens(Rights rights, Labels labels) {
        this.rights = rights;
        this.labels = labels;
    }

    /// One cell: whether anybody of the role has the right, and who.
    record Cell(boolean allowed, String text) {}

    /// One right.
    record Line(String right, String word, List<Cell> cells) {}

    @Needs(Right.SEE_RIGHTS)
    @GetMapping("/rights")
    String matrix(Member member, Model model) {
        var roles = Arrays.stream(AccountRole.values()).toList();
        model.addAttribute("roles", roles.stream().map(labels::role).toList());
        model.addAttribute("own", labels.role(member.role()));
        model.addAttribute(
                "rows",
                rights.matrix().rows().stream()
                        .map(row -> new Line(
                                labels.either(row.japanese(), row.english()),
                                row.right(),
                                roles.stream().map(role -> cell(row, role)).toList()))
                        .toList());
        return "roster/matrix";
    }

    private Cell cell(Matrix.Row row, AccountRole role) {
        var departments = row.departments().getOrDefault(role, Set.of());
        if (departments.isEmpty()) {
            return new Cell(false, labels.of("roster.matrix.never"));
        }
        if (departments.contains("*")) {
            return new Cell(true, labels.of("roster.matrix.any"));
        }
        return new Cell(
                true,
                departments.stream()
                        .sorted()
                        .map(labels::department)
                        .collect(Collectors.joining(labels.either("・", ", "))));
    }
}
