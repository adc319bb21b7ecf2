package jp.bansho.numbers.store;

/// Whose rows a piece of work may see; PostgreSQL's row-level security enforces it (N12).
public sealed interface Scope {

    /// One association (構成組合): its own people only.
    record Association(int code) implements Scope {
        public Association {
            if (code < 1 || code > 99) {
                throw new IllegalArgumentException("an association's code is 1..99");
            }
        }
    }

    /// The federation (連合会): reads all associations, writes no person.
    record Federation() implements Scope {}

    /// The operator of the machine: jobs and their counts, no person.
    record Operator() implements Scope {}

    /// The statements that take on this scope until the end of the transaction.
    default String enter() {
        return switch (this) {
            case Association(var code) ->
                "set local role bansho_association; set local bansho.association = '" + code + "'";
            case Federation() -> "set local role bansho_federation; set local bansho.association = ''";
            case Operator() -> "set local role bansho_operator; set local bansho.association = ''";
        };
    }
}
