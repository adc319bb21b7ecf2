package jp.bansho.faults;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import jp.bansho.access.AccountRole;
import jp.bansho.access.Organisation;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSenders;

/// The year's slips of a site from the parcel that came to the parcel for the tax office, whose keys the harness holds.
///
/// @param source the registered parcel with the slips
/// @param outbox where the finished parcel goes
/// @param office keys of the tax office
record TaxOrder(Site site, Path source, Path outbox, ParcelKeys office) {

    private static final String PURPOSE = "withholding-slips";
    private static final String CONTENT = "withholding-source";

    /// A source parcel in the ledger of media; nothing is counted yet.
    static TaxOrder registered(Site site) throws IOException {
        var folder = Files.createDirectories(site.folder.resolve("tax"));
        Files.writeString(
                site.home.folder().resolve("staff.properties"),
                "\ntaro = federation\nhanako = federation\n",
                StandardOpenOption.APPEND);
        var from = Instant.now().minus(9, ChronoUnit.DAYS);
        var until = Instant.now().plus(90, ChronoUnit.DAYS);
        var own = new ParcelKeys(site.home.media());
        own.make("numbers", from, until);
        var pension = new ParcelKeys(folder.resolve("pension"));
        pension.make("pension", from, until);
        var office = new ParcelKeys(folder.resolve("tax-office"));
        office.make("tax-office", from, until);
        own.believe("pension", Set.of(PURPOSE), folder.resolve("pension/pension-sign.pem"));
        own.sealFor("tax-office", folder.resolve("tax-office/tax-office-receive.pem"));
        pension.sealFor("numbers", site.home.media().resolve("numbers-receive.pem"));
        office.believe("numbers", Set.of(PURPOSE), site.home.media().resolve("numbers-sign.pem"));
        var order = new TaxOrder(
                site, sealed(site, pension, folder), Files.createDirectories(folder.resolve("out")), office);
        order.done(
                "numbers",
                "media",
                "register",
                order.source.toString(),
                "--medium",
                "IN-1",
                "--brought-by",
                "jiro",
                "--as",
                "taro",
                "--with",
                "hanako");
        return order;
    }

    private static Path sealed(Site site, ParcelKeys pension, Path folder) throws IOException {
        var lines = Files.readAllLines(site.town.resolve(CONTENT + ".csv"), Charset.forName("Shift_JIS"));
        var content = new StringBuilder();
        for (var line : lines) {
            content.append(line)
                    .append(',')
                    .append(line.split(",", -1)[71], 0, 2)
                    .append("\r\n");
        }
        var number = ParcelNumber.make(new SecureRandom());
        var label = new Label(
                number, CONTENT, PURPOSE, "A-1", "pension", "numbers", "jiro", LocalDate.of(2099, 12, 31), "wipe");
        var place = folder.resolve(number.text());
        try (var writer = ParcelWriter.begin(
                place, label, pension.signing(), pension.recipient("numbers").orElseThrow(), Clock.systemUTC())) {
            writer.add(CONTENT + ".csv", out -> {
                out.write(content.toString().getBytes(StandardCharsets.UTF_8));
                return new Counts(lines.size(), lines.size());
            });
            writer.finish();
        }
        return place;
    }

    /// Counts the slips through.
    String[] preview() {
        return as("preview", source.toString(), "--tax-year", "" + Site.TAX_YEAR);
    }

    /// Counted through, confirmed, applied for by one, approved by another.
    TaxOrder approved() throws IOException, SQLException {
        done(preview());
        done(as("confirm", "1"));
        var officer = Staff.member(site, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        var second = Staff.member(site, Organisation.FEDERATION, AccountRole.FEDERATION_OFFICER, "tax");
        site.deskDone(List.of("send", Desk.written(officer), Desk.written(second), "1"));
        return this;
    }

    /// Begins the writing, or takes it up.
    String[] command() throws SQLException {
        return site.number("select count(*) from job.job where kind = 'withholding' and state = 'running'") == 0
                ? as("write", "1", outbox.toString(), "--with", "hanako")
                : as("resume", "" + site.number("select max(id) from taxfile.output"), "--with", "hanako");
    }

    /// Whether the machine's record says that the parcel is whole.
    boolean whole() throws SQLException {
        return site.number("select count(*) from taxfile.output where manifest is not null") > 0;
    }

    /// All parcels that lie in the outbox, whole or not.
    List<Path> parcels() {
        try (var folders = Files.list(outbox)) {
            return folders.toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The lines the tax office finds, as bytes in Latin 1.
    List<String> opened() throws IOException {
        var senders = new TrustedSenders(List.copyOf(office.senders().senders()));
        var reader =
                new ParcelReader(new Receiving("tax-office", Set.of(PURPOSE), senders, _ -> false, Clock.systemUTC()));
        var content = new StringBuilder();
        try (var opened = reader.inspect(parcels().getFirst()).open(office.receiving())) {
            var counts = new HashMap<String, Counts>();
            for (var file : opened.manifest().files()) {
                try (var in = opened.stream(file)) {
                    content.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
                counts.put(file.name(), file.counts());
            }
            opened.complete(counts);
        }
        return List.of(content.toString().split("\r\n", 0));
    }

    private static String[] as(String... words) {
        var all = new ArrayList<>(List.of("numbers", "taxfile"));
        all.addAll(List.of(words));
        all.addAll(List.of("--as", "taro", "--json"));
        return all.toArray(String[]::new);
    }

    private void done(String... words) throws IOException {
        var child = site.run(words);
        var code = child.end(180);
        if (code != 0 && code != 3) {
            throw new IOException(words[1] + " " + words[2] + " failed: " + child.said());
        }
    }
}
