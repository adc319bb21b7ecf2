package jp.bansho.juki.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.bansho.access.Matrix;
import jp.bansho.access.Member;
import jp.bansho.terminal.NamedRight;
import jp.bansho.terminal.Premises;
import org.springframework.stereotype.Component;

/// The Juki-net machine as its terminals know it. Whoever has come in is called by the user ID: no screen of this
/// machine shows a name.
@Component
public class JukiPremises implements Premises {

    /// The one department.
    public static final String DEPARTMENT = "juki";

    private final Matrix matrix;

    /// Reads the matrix; a machine whose matrix and rights differ does not start.
    public JukiPremises() {
        try (var stream =
                Objects.requireNonNull(JukiPremises.class.getResourceAsStream("/access/rights.tsv"), "rights.tsv")) {
            matrix = Matrix.read(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var known = Arrays.stream(Right.values()).map(Right::word).collect(Collectors.toSet());
        if (!known.equals(matrix.rows().stream().map(Matrix.Row::right).collect(Collectors.toSet()))) {
            throw new IllegalStateException("the permission matrix and the rights differ");
        }
    }

    /// The matrix itself.
    public Matrix matrix() {
        return matrix;
    }

    @Override
    public List<Right> wanted(Method route) {
        var needs = route.getAnnotation(Needs.class);
        return needs == null ? List.of() : List.of(needs.value());
    }

    @Override
    public boolean allows(Member member, NamedRight right) {
        return matrix.allows(member, right.word());
    }

    @Override
    public String organisation(int code, boolean japanese) {
        return japanese ? "市町村連合会" : "The federation";
    }

    @Override
    public String department(String code, boolean japanese) {
        return code.equals(DEPARTMENT) ? (japanese ? "住基ネット担当" : "Juki-net desk") : code;
    }

    @Override
    public String called(Member member) {
        return member.account();
    }
}
