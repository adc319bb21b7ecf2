package jp.bansho.numbers.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import jp.bansho.access.Matrix;
import jp.bansho.access.Member;
import jp.bansho.terminal.NamedRight;
import org.springframework.stereotype.Component;

/// Who may do what on this machine (A5): the permission matrix and the departments, both data. A machine
/// whose matrix lacks a right, or has one that nothing asks for, does not start.
@Component
public class Rights {

    private final Matrix matrix;
    private final Map<String, Department> departments = new LinkedHashMap<>();

    /// A department, by its code.
    public record Department(String code, String japanese, String english) {}

    /// Reads both tables from the class path.
    public Rights() {
        this.matrix = Matrix.read(resource("/access/rights.tsv"));
        var known = Arrays.stream(Right.values()).map(Right::word).collect(Collectors.toSet());
        var written = matrix.rows().stream().map(Matrix.Row::right).collect(Collectors.toSet());
        if (!known.equals(written)) {
            throw new IllegalStateException("the permission matrix and the rights differ");
        }
        resource("/access/departments.tsv")
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .forEach(cells -> departments.put(cells[0], new Department(cells[0], cells[1], cells[2])));
    }

    /// Whether the member has that right.
    public boolean allows(Member member, NamedRight right) {
        return matrix.allows(member, right.word());
    }

    /// The matrix itself, for the screen.
    public Matrix matrix() {
        return matrix;
    }

    /// The departments by code, in their order.
    public Map<String, Department> departments() {
        return Collections.unmodifiableMap(departments);
    }

    static String resource(String name) {
        try (var stream = Objects.requireNonNull(Rights.class.getResourceAsStream(name), name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
