package jp.bansho.numbers.intake;

import java.util.ArrayList;
import java.util.List;
import jp.bansho.numbers.job.Outcomes;
import jp.bansho.numbers.linkage.Marks;
import jp.bansho.numbers.linkage.Person;
import jp.bansho.numbers.vault.NewNumber;
import org.jspecify.annotations.Nullable;

/// What a batch leads to: everything that is to be written, decided before the first row is.
final class Decision {

    final Outcomes outcomes;
    final List<Person> newPeople = new ArrayList<>();
    final List<Marks> newMarks = new ArrayList<>(); // of the new people, in the same places
    final List<Person> changedPeople = new ArrayList<>();
    final List<NewNumber> numbers = new ArrayList<>();
    final List<Retirement> retirements = new ArrayList<>();
    final List<Finding> findings = new ArrayList<>();
    final List<WorkItem> workItems = new ArrayList<>();
    final List<Observation> observations = new ArrayList<>();
    final List<@Nullable String> observedKeys = new ArrayList<>(); // of the observations, in the same places
    final List<Death> deaths = new ArrayList<>();

    Decision(int lines) {
        outcomes = new Outcomes(lines);
    }

    /// True if every row that names a person brought a new one.
    boolean allNew() {
        return changedPeople.isEmpty()
                && retirements.isEmpty()
                && outcomes.count(RowOutcome.REGISTERED.code()) == newPeople.size()
                && outcomes.count(RowOutcome.CONFLICT.code()) == 0
                && outcomes.count(RowOutcome.UNCHANGED.code()) == 0;
    }

    /// A death that a rule confirms.
    record Death(Person person, Observation evidence) {}

    /// A number that is in force no longer.
    record Retirement(long subject, int generation) {}
}
