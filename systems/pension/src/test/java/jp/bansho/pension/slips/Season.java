package jp.bansho.pension.slips;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import jp.bansho.machine.Progress;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import jp.bansho.pension.cutting.Received;
import jp.bansho.pension.outbox.Party;
import org.jspecify.annotations.Nullable;

/// A pension machine with a loaded tax year, and what is cut of it.
final class Season implements AutoCloseable {

    static final int YEAR = PensionSite.TAX_YEAR;
    static final List<Integer> ASSOCIATIONS = List.of(11, 28, 40);
    static final Party PARTY = new Party(PensionSite.FEDERATION, PensionSite.FEDERATION_CHIEF, PensionSite.OPERATOR);

    private final Path folder;
    private final Invented invented;
    private final PensionSite site = PensionSite.start();
    private Path outbox = Path.of("");
    private int eventsBefore;
    private int media;

    /// @param folder for people, lists and outboxes
    Season(Path folder) {
        this.folder = folder;
        invented = Invented.people(folder.resolve("people"), 2_000, 3);
    }

    /// One machine serves all tests of a class; each finds a loaded year and nothing cut.
    void begin() throws Exception {
        site.database().execute("""
                set session_replication_role = replica;
                truncate slips.cut, slips.record, payments.award, payments.payment, payments.declared,
                    media.content, media.step, media.parcel, media.medium cascade;
                set session_replication_role = origin
                """);
        for (var association : ASSOCIATIONS) {
            site.loadYear(invented, association);
        }
        outbox = Files.createTempDirectory(folder, "outbox");
        eventsBefore = site.events().size();
    }

    /// The same year again, with one award in other words.
    void award(int line, UnaryOperator<String> change) throws IOException {
        var changed = Files.createTempFile(folder, "awards", ".csv");
        site.loadYear(invented, PensionSite.HYOGO, invented.withLine("awards-28.csv", changed, line, change));
    }

    Invented invented() {
        return invented;
    }

    PensionSite site() {
        return site;
    }

    Path outbox() {
        return outbox;
    }

    @Override
    public void close() {
        site.close();
    }

    List<String> events() throws SQLException {
        var all = site.events();
        return all.subList(eventsBefore, all.size());
    }

    SlipOrder order(TaxFile file, @Nullable Long corrects, @Nullable Wanted wanted) {
        media++;
        return new SlipOrder(
                PARTY, file, YEAR, corrects, null, wanted, PensionSite.TODAY.plusDays(14), "DISC-" + media, outbox);
    }

    SlipCut cut(TaxFile file) {
        return cut(order(file, null, null));
    }

    SlipCut cut(SlipOrder order) {
        return site.part(Slips.class).cut(order, Progress.SILENT);
    }

    Received open(SlipCut cut) {
        var purposes = Set.of("withholding-slips", "payment-reports");
        return Received.open(site, cut.folder(), site.numbers(), "numbers", purposes);
    }

    static long number(SlipCut cut) {
        return Long.parseLong(cut.approval().substring(2));
    }

    SlipOrder instead(Long replaced, @Nullable Wanted wanted) {
        media++;
        var day = PensionSite.TODAY.plusDays(14);
        return new SlipOrder(PARTY, TaxFile.SLIPS, YEAR, null, replaced, wanted, day, "DISC-" + media, outbox);
    }

    Wanted list(String... lines) throws IOException {
        return Wanted.read(Files.write(Files.createTempFile(folder, "list", ".csv"), List.of(lines)));
    }

    /// The slips of the population, by user number, with the names as people write them.
    Map<String, List<String>> expected() throws IOException {
        var names = new HashMap<String, String>();
        for (var association : ASSOCIATIONS) {
            invented.rows("awards-%02d.csv".formatted(association)).forEach(row -> names.put(row[0], row[3]));
            for (var row : invented.rows("declarations-%02d.csv".formatted(association))) {
                names.put(row[4], row[5]);
                names.put(row[1] + "/" + row[2] + row[3], row[5]);
            }
        }
        var slips = new TreeMap<String, List<String>>();
        var text = Files.readString(invented.file("withholding-source.csv"), Charset.forName("Shift_JIS"));
        for (var line : text.replace('\u2212', '\uFF0D').lines().toList()) {
            var slip = new ArrayList<>(List.of(line.split(",", -1)));
            var user = slip.get(71);
            slip.set(13, names.getOrDefault(user, ""));
            slip.set(54, names.getOrDefault(user + "/21", ""));
            slip.set(58, names.getOrDefault(user + "/31", ""));
            slip.set(62, names.getOrDefault(user + "/32", ""));
            slip.set(66, names.getOrDefault(user + "/41", ""));
            slip.set(69, names.getOrDefault(user + "/42", ""));
            for (var third : List.of("/33", "/43")) {
                var written = names.get(user + third);
                if (written != null) {
                    slip.set(44, (third.equals("/33") ? "扶養親族３　" : "１６歳未満３　") + written);
                }
            }
            slip.add(user.substring(0, 2));
            slips.put(user, List.copyOf(slip));
        }
        return slips;
    }

    static Sums sums(List<String[]> rows) {
        var amounts = new long[4];
        var insurance = 0L;
        for (var row : rows) {
            for (var column = 18; column < 34; column++) {
                amounts[(column - 18) % 4] += Long.parseLong(row[column]);
            }
            insurance += Long.parseLong(row[42]);
        }
        return new Sums(rows.size(), amounts[0], amounts[1], amounts[2], amounts[3], insurance);
    }
}
