package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All files of one association, and its share of the withholding slips: each family is written and forgotten.
final class AssociationFiles implements Closeable {

    private final Run run;
    private final Association association;
    private final ResultsDesk results;
    private final DependantsDesk dependants;
    private final RecordFile identifiers;
    private final PaymentDesk payments;
    private final DeclarationDesk declarations;
    private final TaxDesk tax;
    private final TruthFiles truth;
    private final RegisterDesk register;
    private final @Nullable NextYearDesk nextYear;
    private final Dice slips;

    AssociationFiles(Run run, Association association, Shared shared) throws IOException {
        this.run = run;
        this.association = association;
        this.results = new ResultsDesk(run, association, shared);
        this.dependants = new DependantsDesk(run, association);
        this.identifiers =
                new RecordFile(run.out().resolve("identifiers-" + association.twoDigits() + ".csv"), new Utf8());
        this.payments = new PaymentDesk(run, association);
        this.declarations = new DeclarationDesk(run, association);
        this.tax = shared.tax();
        this.truth = shared.truth();
        this.register = shared.register();
        RecordFile nextYearTruth = shared.nextYear();
        this.nextYear = nextYearTruth == null ? null : new NextYearDesk(run, association, nextYearTruth);
        this.slips = new Dice(run.options().seed(), "slips", association.code());
    }

    void write(Family family) throws IOException {
        String[] numbers = {"", "", "", ""};
        numbers[0] = person(family.recipient(), family.place(), true, false);
        Relative spouse = family.spouse();
        if (spouse != null) {
            String held = person(spouse.person(), family.place(), family.spouseOnSlip(), spouse.abroad());
            numbers[1] = family.spouseOnSlip() ? held : "";
        }
        List<Relative> grown = family.grown(run.options().taxYear());
        for (Relative relative : family.relatives()) {
            int place = grown.indexOf(relative);
            boolean numbered = place >= 0 && place < 2;
            String held = person(relative.person(), family.place(), numbered, relative.abroad());
            if (numbered) {
                numbers[2 + place] = held;
            }
        }
        if (nextYear != null) {
            nextYear.afterFamily();
        }
        Options options = run.options();
        Slip slip = Slip.of(family, options.taxYear(), options.seed(), slips);
        payments.take(family, slip);
        declarations.take(family, slip);
        long line = tax.take(family, slip, family.recipient().index());
        truth.slip(line, numbers, new boolean[] {true, family.spouseOnSlip(), !grown.isEmpty(), grown.size() > 1});
    }

    private String person(Person person, Place place, boolean numberOnSlip, boolean abroad) throws IOException {
        String held = switch (person.kind()) {
            case RECIPIENT, SPOUSE -> results.take(person, place, person.index());
            case DEPENDANT -> dependant(person, place, numberOnSlip, abroad);
        };
        Numbers numbers = run.numbers();
        boolean recipient = person.kind() == Kind.RECIPIENT;
        String kind = Integer.toString(person.kind().code());
        String certificate = recipient ? numbers.certificate(association, person.index()) : "";
        String basicPension = person.kind() == Kind.DEPENDANT ? "" : numbers.basicPension(person.index());
        String payroll = recipient ? numbers.payroll(person.index()) : "";
        String own = numbers.own(person.index());
        identifiers.write(person.userNumber(), kind, certificate, basicPension, payroll, own);
        truth.person(association.twoDigits(), person.userNumber(), kind, held, own, certificate, basicPension, payroll);
        return held;
    }

    private String dependant(Person person, Place place, boolean numberOnSlip, boolean abroad) throws IOException {
        register.dependant(person, place, abroad);
        String held = dependants.take(person, numberOnSlip, person.index());
        if (nextYear != null) {
            nextYear.take(person, held);
        }
        return held;
    }

    /// Ends the files of this association and tells the truth about them.
    @Override
    public void close() throws IOException {
        results.close();
        dependants.close();
        identifiers.close();
        payments.close();
        declarations.close();
        if (nextYear != null) {
            nextYear.close();
        }
        truth.tell(results::tell);
        truth.tell(dependants::tell);
    }
}
