package jp.bansho.numbers.inspection;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.bansho.numbers.linkage.Marking;
import jp.bansho.numbers.staff.Organisations;
import jp.bansho.seal.KeyRing;
import org.springframework.stereotype.Component;

/// Keyed marks of the family names of people who work here, made when the check runs; compared with those that were
/// made of members at intake. Each association has a key of its own, so the federation's people have several marks.
@Component
class FamilyMarks {

    private final KeyRing keys;
    private final Organisations organisations;

    FamilyMarks(KeyRing keys, Organisations organisations) {
        this.keys = keys;
        this.organisations = organisations;
    }

    /// Makes the marks of a name under the keys of the associations watched over.
    Function<String, Set<Long>> of(Watch watch) {
        Collection<Integer> associations = switch (watch) {
            case Watch.OfAssociation(var code) -> Set.of(code);
            case Watch.OfFederation() -> organisations.associations().keySet();
            case Watch.OfOperation() -> Set.of();
        };
        var markings = associations.stream().map(code -> Marking.of(keys, code)).toList();
        return name -> markings.stream()
                .map(marking -> marking.family(name))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
    }
}
