package jp.bansho.pension;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import jp.bansho.population.Options;
import jp.bansho.population.Population;
import jp.bansho.population.Progress;
import jp.bansho.population.Truth;

/// An invented population, and files made from it.
public record Invented(Path folder) {

    /// One with about two thirds of that many members in association 28.
    public static Invented people(Path folder, long people) {
        try {
            Population.make(new Options(people, 51, folder, 1, false, 2025), Progress.none());
            return new Invented(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// One with that many people in several associations.
    public static Invented people(Path folder, long people, int associations) {
        try {
            Population.make(new Options(people, 52, folder, associations, false, 2025), Progress.none());
            return new Invented(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file(String name) {
        return folder.resolve(name);
    }

    public Path pensioners() {
        return folder.resolve("pensioners-28.csv");
    }

    /// The rows of a file of the population, as text.
    public List<String[]> rows(String name) {
        return lines(folder.resolve(name)).stream()
                .map(line -> line.split(",", -1))
                .toList();
    }

    /// Another file: its lines as the function leaves them.
    public Path changed(String name, Path to, UnaryOperator<List<String>> change) {
        try {
            var text = String.join(
                    "",
                    change.apply(lines(folder.resolve(name))).stream()
                            .map(line -> line + "\r\n")
                            .toList());
            return Files.writeString(to, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Another file with one line replaced; lines count from 1.
    public Path withLine(String name, Path to, int line, UnaryOperator<String> change) {
        return changed(name, to, lines -> {
            var copy = new ArrayList<>(lines);
            copy.set(line - 1, change.apply(copy.get(line - 1)));
            return copy;
        });
    }

    /// Another file of pensioners: each row as the function leaves it, gone where that is empty.
    public Path changed(Path to, UnaryOperator<List<String>> change) {
        return changed("pensioners-28.csv", to, change);
    }

    /// With one line replaced; lines count from 1.
    public Path withLine(Path to, int line, UnaryOperator<String> change) {
        return withLine("pensioners-28.csv", to, line, change);
    }

    /// A row with another content of a column, from 1.
    public static String with(String row, int column, String content) {
        var cells = row.split(",", -1);
        cells[column - 1] = content;
        return String.join(",", cells);
    }

    /// All Individual Numbers of the population, strangers included.
    public Set<String> numbers() {
        var numbers = new HashSet<String>();
        rows("residents.csv").forEach(row -> numbers.add(row[0]));
        try (var people = Truth.of(folder).people()) {
            people.map(Truth.Person::number).filter(number -> !number.isEmpty()).forEach(numbers::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
