package jp.bansho.numbers.taxfile;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import jp.bansho.media.Arrived;
import jp.bansho.media.Counts;
import jp.bansho.media.Label;
import jp.bansho.media.ParcelKeys;
import jp.bansho.media.ParcelNumber;
import jp.bansho.media.ParcelReader;
import jp.bansho.media.ParcelWriter;
import jp.bansho.media.Receiving;
import jp.bansho.media.TrustedSender;
import jp.bansho.media.TrustedSenders;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.MediumKind;
import jp.bansho.numbers.TestMachine;
import jp.bansho.numbers.media.MediaDesk;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Role;

/// Source parcels of the tax season as the pension machine would send them, and what the recipient
/// finds in the parcels that leave.
public final class SourceSlips {

    public static final Actor HANAKO = new Actor("hanako", Role.FEDERATION, 0);
    public static final Actor TARO = new Actor("taro", Role.FEDERATION, 0);
    public static final int YEAR = 2025;

    private final TestMachine machine;
    private final Path folder;
    private final ParcelKeys pension;
    private final ParcelKeys office;
    private int media;

    private SourceSlips(TestMachine machine, Path folder, ParcelKeys pension, ParcelKeys office) {
        this.machine = machine;
        this.folder = folder;
        this.pension = pension;
        this.office = office;
    }

    /// A pension machine and a tax office that know this machine.
    public static SourceSlips around(TestMachine machine, Path folder) throws IOException {
        var own = new ParcelKeys(machine.home().media());
        own.make("numbers", before(), after());
        var pension = new ParcelKeys(folder.resolve("pension"));
        pension.make("pension", before(), after());
        var office = new ParcelKeys(folder.resolve("tax-office"));
        office.make("tax-office", before(), after());
        own.believe(
                "pension",
                Set.of("withholding-slips", "payment-reports"),
                folder.resolve("pension").resolve("pension-sign.pem"));
        own.sealFor("tax-office", folder.resolve("tax-office").resolve("tax-office-receive.pem"));
        pension.sealFor("numbers", machine.home().media().resolve("numbers-receive.pem"));
        office.believe(
                "numbers",
                Set.of("withholding-slips", "payment-reports"),
                machine.home().media().resolve("numbers-sign.pem"));
        return new SourceSlips(machine, folder, pension, office);
    }

    private static Instant before() {
        return Instant.now().minus(9, ChronoUnit.DAYS);
    }

    private static Instant after() {
        return Instant.now().plus(90, ChronoUnit.DAYS);
    }

    /// A slip of layout `withholding-source`, without its line end.
    public static String slip(String mark, String user, String name, String kana, long paid, long tax) {
        var fields = new String[76];
        Arrays.fill(fields, "");
        fields[0] = "377";
        fields[3] = "東京都千代田区架空町１－２－３";
        fields[4] = "架空共済連合会";
        fields[9] = mark;
        fields[10] = "07";
        fields[11] = "兵庫県神戸市中央区１－１";
        fields[12] = "0";
        fields[13] = name;
        fields[14] = "1";
        fields[15] = "25";
        fields[16] = "04";
        fields[17] = "01";
        fields[18] = "" + paid;
        fields[19] = "0";
        fields[20] = "" + tax;
        fields[21] = "0";
        fields[34] = "0";
        fields[35] = "0";
        fields[37] = "2";
        fields[46] = "0";
        fields[47] = "0";
        fields[51] = kana;
        fields[71] = user;
        fields[75] = user.substring(0, 2);
        return String.join(",", fields);
    }

    /// A report of layout `payment-report-source`.
    public static String report(String mark, String user, String municipality) {
        var slip = slip(mark, user, "番所　太郎", "バンショ　タロウ", 1_000_000, 0).split(",", -1);
        var fields = new String[84];
        Arrays.fill(fields, "");
        System.arraycopy(slip, 0, fields, 0, 71);
        fields[0] = "331";
        fields[51] = "バンショ　タロウ";
        fields[73] = "バンショ　タロウ";
        fields[75] = municipality;
        fields[77] = user;
        fields[83] = user.substring(0, 2);
        return String.join(",", fields);
    }

    /// Registers a parcel with these lines.
    public Path parcel(TaxReport report, String... lines) throws IOException {
        var content = Arrays.stream(lines).map(line -> line + "\r\n").collect(Collectors.joining());
        return parcel(report, content.getBytes(StandardCharsets.UTF_8), lines.length);
    }

    Path parcel(TaxReport report, byte[] content, int slips) throws IOException {
        var number = ParcelNumber.make(new SecureRandom());
        var label = new Label(
                number,
                report.source(),
                report.label(),
                "A-1",
                "pension",
                "numbers",
                "jiro",
                LocalDate.of(2099, 12, 31),
                "wipe");
        var place = folder.resolve(number.text());
        try (var writer = ParcelWriter.begin(
                place, label, pension.signing(), pension.recipient("numbers").orElseThrow(), Clock.systemUTC())) {
            writer.add(report.sourceFile(), out -> {
                new ByteArrayInputStream(content).transferTo(out);
                return new Counts(slips, slips);
            });
            writer.finish();
        }
        media++;
        machine.part(MediaDesk.class)
                .register(place, HANAKO, TARO, new Arrival("SRC-" + media, MediumKind.DISC, "slips", "courier-1"));
        return place;
    }

    /// A folder on a medium, empty.
    public Path outbox() throws IOException {
        return Files.createDirectories(folder.resolve("out-" + media));
    }

    /// What the tax office finds in a parcel: the content of each file in its order, as bytes in
    /// Latin 1.
    public java.util.SequencedMap<String, String> opened(Path parcel) throws IOException {
        var content = new java.util.LinkedHashMap<String, String>();
        var senders = new TrustedSenders(java.util.List.copyOf(office.senders().senders()));
        Set<String> purposes = senders.senders().stream()
                .map(TrustedSender::purposes)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
        var reader = new ParcelReader(new Receiving("tax-office", purposes, senders, _ -> false, Clock.systemUTC()));
        var counts = new java.util.HashMap<String, Counts>();
        try (var opened = reader.inspect(parcel).open(office.receiving())) {
            for (var file : opened.manifest().files()) {
                try (var in = opened.stream(file)) {
                    content.put(file.name(), new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
                }
                counts.put(file.name(), file.counts());
            }
            Arrived arrived = opened.complete(counts);
            if (!arrived.number().text().equals(String.valueOf(parcel.getFileName()))) {
                throw new IllegalStateException("another parcel");
            }
        }
        return content;
    }
}
