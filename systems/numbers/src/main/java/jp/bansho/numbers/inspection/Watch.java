package jp.bansho.numbers.inspection;

import jp.bansho.access.Organisation;
import jp.bansho.numbers.store.Scope;
import org.jspecify.annotations.Nullable;

/// Which part of the record somebody watches over. The database holds them to it: each part is a view that only
/// the role of its scope may read (L2, L3, N12).
public sealed interface Watch {

    /// What concerns an association's own people and staff.
    record OfAssociation(int code) implements Watch {}

    /// What the federation's own people did.
    record OfFederation() implements Watch {}

    /// What the operators and the machine itself did.
    record OfOperation() implements Watch {}

    /// The watch over an organisation's part.
    static Watch over(int organisation) {
        return switch (organisation) {
            case Organisation.FEDERATION -> new OfFederation();
            case Organisation.OPERATOR -> new OfOperation();
            default -> new OfAssociation(organisation);
        };
    }

    /// The scope its work runs in.
    default Scope scope() {
        return switch (this) {
            case OfAssociation(var code) -> new Scope.Association(code);
            case OfFederation() -> new Scope.Federation();
            case OfOperation() -> new Scope.Operator();
        };
    }

    /// The code of the organisation.
    default int organisation() {
        return switch (this) {
            case OfAssociation(var code) -> code;
            case OfFederation() -> Organisation.FEDERATION;
            case OfOperation() -> Organisation.OPERATOR;
        };
    }

    /// The association to name in records about the watching; null for the others.
    default @Nullable Integer association() {
        return this instanceof OfAssociation(var code) ? Integer.valueOf(code) : null;
    }

    /// True where people are watched over who look at members; operators see none.
    default boolean seesPeople() {
        return !(this instanceof OfOperation);
    }

    /// The view of the record.
    default String view() {
        return switch (this) {
            case OfAssociation _ -> "inspection.record";
            case OfFederation() -> "inspection.federation_record";
            case OfOperation() -> "inspection.operation_record";
        };
    }
}
