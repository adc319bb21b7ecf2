package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;

/// Plays the payments of the pension benefit system for one association (duty P2): `awards-AA.csv`, one record a
/// recipient, and `payments-AA.csv`, six a recipient for the even months of the tax year.
final class PaymentDesk implements Closeable {

    private static final String OLD_AGE = "1";
    private static final int FIRST_PENSIONABLE = 60;

    private final Run run;
    private final Association association;
    private final Spelling spelling;
    private final RecordFile awards;
    private final RecordFile payments;

    PaymentDesk(Run run, Association association) throws IOException {
        this.run = run;
        this.association = association;
        this.spelling = new Spelling(run.options().seed());
        this.awards = open("awards");
        this.payments = open("payments");
    }

    private RecordFile open(String what) throws IOException {
        return new RecordFile(run.out().resolve(what + "-" + association.twoDigits() + ".csv"), new Utf8());
    }

    void take(Family family, Slip slip) throws IOException {
        Person person = family.recipient();
        Place place = family.place();
        Birth birth = person.birth();
        awards.write(
                person.userNumber(),
                OLD_AGE,
                run.numbers().certificate(association, person.index()),
                spelling.written(person),
                person.name().katakana(),
                birth.compact(),
                place.full(),
                place.municipality().code(),
                "0",
                Digits.padded(birth.year() + FIRST_PENSIONABLE, 4) + Digits.padded(birth.month(), 2) + "01",
                "",
                Integer.toString(slip.pension().payment()));
        int age = birth.ageAtEndOf(run.options().taxYear());
        for (int payment = 0; payment < Pension.PAYMENTS; payment++) {
            pay(person, age, slip, payment);
        }
    }

    private void pay(Person person, int age, Slip slip, int payment) throws IOException {
        Pension pension = slip.pension();
        boolean unpaid = slip.unpaid() && payment == Pension.PAYMENTS - 1;
        int due = Pension.share(pension.payment(), payment);
        int tax = Pension.share(pension.tax(), payment);
        int insurance = Pension.share(pension.insurance(), payment);
        int care = insurance / 3;
        int health = insurance - care;
        int residentTax = age >= 65 ? Math.max(0, pension.payment() - 1_580_000) / 60 : 0;
        payments.write(
                person.userNumber(),
                run.options().taxYear() + Digits.padded(2L * payment + 2, 2),
                Integer.toString(pension.bucket() + 1),
                Integer.toString(due),
                Integer.toString(unpaid ? due : 0),
                Integer.toString(tax),
                Integer.toString(unpaid ? tax : 0),
                Integer.toString(care),
                Integer.toString(age < 75 ? health : 0),
                Integer.toString(age < 75 ? 0 : health),
                Integer.toString(residentTax));
    }

    @Override
    public void close() throws IOException {
        awards.close();
        payments.close();
    }
}
