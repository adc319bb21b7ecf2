package jp.bansho.numbers.media;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import jp.bansho.machine.Progress;
import jp.bansho.machine.Transactions;
import jp.bansho.machine.Transactions.Recorded;
import jp.bansho.media.ContentWipe;
import jp.bansho.media.InspectedParcel;
import jp.bansho.media.ParcelRefused;
import jp.bansho.media.ledger.Arrival;
import jp.bansho.media.ledger.Ledger;
import jp.bansho.media.ledger.MediaAnswer;
import jp.bansho.media.ledger.NotedParcel;
import jp.bansho.media.ledger.ParcelState;
import jp.bansho.media.ledger.Receipt;
import jp.bansho.media.ledger.TwoPeople;
import jp.bansho.numbers.intake.Intake;
import jp.bansho.numbers.intake.IntakeOrder;
import jp.bansho.numbers.job.JobKind;
import jp.bansho.numbers.job.JobSheet;
import jp.bansho.numbers.job.Jobs;
import jp.bansho.numbers.job.Sources;
import jp.bansho.numbers.staff.Actor;
import jp.bansho.numbers.staff.Purpose;
import jp.bansho.numbers.staff.StaffRefused;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The front door for media.
@Component
public class MediaDesk {

    private static final String CONTENT = "identity-results";
    private static final Pattern FILE = Pattern.compile("identity-results-([0-9]{2})\\.csv");
    private static final Set<String> TAX_SOURCES = Set.of("withholding-source", "payment-report-source");
    private static final int MOST = 1000;

    private final Transactions transactions;
    private final Sources sources;
    private final Intake intake;
    private final Jobs jobs;
    private final Ledger ledger;

    MediaDesk(Transactions transactions, Sources sources, Intake intake, Jobs jobs, Ledger ledger) {
        this.transactions = transactions;
        this.sources = sources;
        this.intake = intake;
        this.jobs = jobs;
        this.ledger = ledger;
    }

    /// Registers a parcel that came, unopened: every byte of it is held against its signed manifest first.
    ///
    /// @return the receipt for whoever brought it
    /// @throws MediumRefused                           by the parcel's named reason, or without a second person
    /// @throws jp.bansho.media.ledger.MediaRefused if the ledger refuses
    public Receipt register(Path folder, Actor doer, @Nullable Actor witness, Arrival arrival) {
        var people = two(doer, witness);
        var inspected = inspected(folder, doer, arrival.number());
        return done(doer, connection -> ledger.incoming().register(connection, people, inspected, arrival));
    }

    /// Opens a registered parcel and registers the numbers in it (N4).
    ///
    /// @param purpose what the numbers are taken in for; life status only if the parcel was made for that, and the
    ///     other way round
    public JobSheet takeIn(Path folder, Actor actor, Purpose purpose, Progress progress) {
        var inspected = inspected(folder, actor, "-");
        var file = FILE.matcher(inspected.manifest().files().getFirst().name());
        if (!file.matches() || !inspected.manifest().label().content().equals(CONTENT)) {
            throw MediumRefused.content();
        }
        var signed = inspected.manifest().label().purpose();
        if (signed.equals("life-status") != (purpose == Purpose.LIFE_STATUS)) {
            throw MediumRefused.purpose(signed);
        }
        var opening = done(actor, connection -> ledger.incoming().open(connection, handle(actor), inspected, null));
        var association = Integer.parseInt(file.group(1));
        return intake.run(
                new IntakeOrder(JobKind.RESULTS, actor, purpose, association, folder, false), opening, progress);
    }

    /// Confirms that a job has read the parcel to its end, and wipes its contents from the medium (M5). Two people; may
    /// be repeated if it stopped in between.
    public NotedParcel confirm(Path folder, Actor doer, @Nullable Actor witness) {
        var people = two(doer, witness);
        var gone = ContentWipe.noted(folder)
                .filter(note -> transactions
                        .read(scope(doer), connection -> ledger.parcel(connection, note.number()))
                        .filter(known -> known.state() == ParcelState.CONFIRMED)
                        .isPresent());
        if (gone.isPresent()) { // stopped between the wiping and its record
            return done(
                    doer,
                    connection -> ledger.incoming()
                            .wipe(connection, people, gone.get().number(), folder));
        }
        var inspected = sources.parcel(folder);
        var number = inspected.manifest().label().number();
        var job = jobs.newest(reader(inspected, doer), MOST).stream()
                .filter(one -> one.finished() && one.fingerprint().equals(inspected.manifestHash()))
                .findFirst()
                .orElseThrow(MediumRefused::notFinished);
        var lines = transactions.read(
                reader(inspected, doer),
                connection -> jobs.sheet(connection, job, java.util.Map.of()).lines());
        if (lines != inspected.manifest().files().getFirst().counts().rows()) {
            throw MediumRefused.counts();
        }
        var noted = transactions.read(scope(doer), connection -> ledger.parcel(connection, number));
        if (noted.isEmpty() || noted.get().state() == ParcelState.OPENED) {
            done(doer, connection -> ledger.incoming().confirm(connection, people.doer(), number, job.id()));
        }
        return done(doer, connection -> ledger.incoming().wipe(connection, people, number, folder));
    }

    /// The parcels of the actor's organisation.
    public List<NotedParcel> parcels(Actor actor) {
        return transactions.read(scope(actor), ledger::parcels);
    }

    private InspectedParcel inspected(Path folder, Actor actor, String medium) {
        var scope = scope(actor);
        try {
            var parcel = sources.parcel(folder);
            parcel.verify();
            return parcel;
        } catch (ParcelRefused refused) {
            transactions.recorded(
                    scope, _ -> new Recorded<>(true, ledger.incoming().refused(handle(actor), medium, null, refused)));
            throw MediumRefused.parcel(refused);
        }
    }

    @FunctionalInterface
    private interface Step<T> {
        MediaAnswer<T> on(Connection connection) throws SQLException;
    }

    private <T> T done(Actor actor, Step<T> step) {
        return transactions
                .<MediaAnswer<T>>recorded(scope(actor), connection -> {
                    var answer = step.on(connection);
                    return new Recorded<>(answer, answer.entries());
                })
                .value();
    }

    /// Whose jobs read such a parcel: sources of tax files are the federation's.
    private static Scope reader(InspectedParcel parcel, Actor actor) {
        if (TAX_SOURCES.contains(parcel.manifest().label().content())) {
            return actor.federationScope();
        }
        var file = FILE.matcher(parcel.manifest().files().getFirst().name());
        if (!file.matches()) {
            throw MediumRefused.content();
        }
        return actor.scopeOf(Integer.parseInt(file.group(1)));
    }

    private static Scope.Media scope(Actor actor) {
        return switch (actor.role()) {
            case FEDERATION -> new Scope.Media(0);
            case ASSOCIATION -> new Scope.Media(actor.association());
            case OPERATOR -> throw new StaffRefused("operators do not take media in", "運営担当者は媒体を受け入れられません");
        };
    }

    private static TwoPeople two(Actor doer, @Nullable Actor witness) {
        if (witness == null || witness.name().equals(doer.name())) {
            throw MediumRefused.secondPerson();
        }
        return new TwoPeople(handle(doer), handle(witness));
    }

    static jp.bansho.media.ledger.Actor handle(Actor actor) {
        return jp.bansho.media.ledger.Actor.named(actor.name(), scope(actor).organisation(), actor.capacity());
    }
}
