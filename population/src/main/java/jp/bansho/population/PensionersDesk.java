package jp.bansho.population;

import java.io.Closeable;
import java.io.IOException;

/// Plays the pension benefit system (年金給付システム) of one association: `pensioners-AA.csv`, recipients and spouses as it
/// knows them, by user number and without Individual Number (duties J2, P4).
final class PensionersDesk implements Closeable {

    private final Run run;
    private final Association association;
    private final RecordFile file;

    PensionersDesk(Run run, Association association) throws IOException {
        this.run = run;
        this.association = association;
        this.file = new RecordFile(run.out().resolve("pensioners-" + association.twoDigits() + ".csv"), new Utf8());
    }

    void take(Answer answer) throws IOException {
        Person person = answer.person();
        Place place = answer.place();
        Numbers numbers = run.numbers();
        boolean recipient = person.kind() == Kind.RECIPIENT;
        file.write(
                person.userNumber(),
                Integer.toString(person.kind().code()),
                answer.knownCode(),
                person.name().unified(),
                person.name().hiragana(),
                person.birth().compact(),
                person.sex().code(),
                place.full(),
                place.municipality().code(),
                recipient ? numbers.certificate(association, person.index()) : "",
                numbers.basicPension(person.index()),
                recipient ? numbers.payroll(person.index()) : "",
                numbers.own(person.index()));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
