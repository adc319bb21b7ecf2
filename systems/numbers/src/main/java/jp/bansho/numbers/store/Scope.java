package jp.bansho.numbers.store;

import jp.bansho.machine.WorkScope;

/// Whose rows a piece of work may see; PostgreSQL's row-level security enforces it (N12).
public sealed interface Scope extends WorkScope {

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

    /// Who changes the keys of one association: seals anew, sees no person, deletes no number (S1).
    record Keeper(int association) implements Scope, WorkScope.Unrecorded {
        public Keeper {
            if (association < 1 || association > 99) {
                throw new IllegalArgumentException("an association's code is 1..99");
            }
        }
    }

    /// The door: accounts, passkeys and sessions of all organisations, and nothing else (A1, A3).
    record Door() implements Scope, WorkScope.Unrecorded {}

    /// An organisation's own desk for users, approvals and reviews: 0 the federation, 1..99 an association, 100 the
    /// operator.
    record Desk(int organisation) implements Scope {
        public Desk {
            if (organisation < 0 || organisation > 100) {
                throw new IllegalArgumentException("an organisation's code is 0..100");
            }
        }
    }

    /// Who erases what an approved run of one association lists, and nothing else (R3). Taken on by the erasure desk
    /// alone.
    record Eraser(int association, long run) implements Scope {
        public Eraser {
            if (association < 1 || association > 99 || run < 1) {
                throw new IllegalArgumentException("an association's code is 1..99, and a run has a number");
            }
        }
    }

    /// The ledger of media of one organisation: 0 the federation, 1..99 an association (M3).
    record Media(int organisation) implements Scope {
        public Media {
            if (organisation < 0 || organisation > 99) {
                throw new IllegalArgumentException("an organisation's code is 0..99 here");
            }
        }
    }

    /// The statements that take on this scope until the end of the transaction.
    @Override
    default String enter() {
        return switch (this) {
            case Association(var code) ->
                "set local role bansho_association; set local bansho.association = '" + code + "'";
            case Keeper(var code) -> "set local role bansho_keeper; set local bansho.association = '" + code + "'";
            case Door() -> "set local role bansho_door; set local bansho.organisation = ''";
            case Desk(var code) -> "set local role bansho_desk; set local bansho.organisation = '" + code + "'";
            case Eraser(var code, var run) ->
                "set local role bansho_eraser; set local bansho.association = '" + code + "'; set local bansho.run = '"
                        + run + "'";
            case Media(var code) -> "set local role bansho_media; set local bansho.organisation = '" + code + "'";
            case Federation() -> "set local role bansho_federation; set local bansho.association = ''";
            case Operator() -> "set local role bansho_operator; set local bansho.association = ''";
        };
    }
}
