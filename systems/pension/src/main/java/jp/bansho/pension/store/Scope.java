package jp.bansho.pension.store;

import jp.bansho.machine.WorkScope;

/// Whose rows a piece of work may see and what it may do with them; PostgreSQL enforces both
/// (N12).
public sealed interface Scope extends WorkScope {

    /// The code of the association, 1 to 99; 0 for all of them.
    int association();

    /// Keeps the people of one association up to date; knows no cuts.
    record Members(int association) implements Scope {
        public Members {
            require(association);
        }
    }

    /// Cuts inquiries about the people of one association; changes nobody.
    record Cutter(int association) implements Scope {
        public Cutter {
            require(association);
        }
    }

    /// Keeps the awards, payments and declarations of one association; knows no cuts.
    record Payments(int association) implements Scope {
        public Payments {
            require(association);
        }
    }

    /// Cuts slips and reports of all associations, whose payer the federation is; changes no
    /// payment.
    record Slips() implements Scope {
        @Override
        public int association() {
            return 0;
        }
    }

    /// Takes in and answers what municipalities ask to be collected from pensions of all
    /// associations; changes no payment.
    record Collection() implements Scope {
        @Override
        public int association() {
            return 0;
        }
    }

    @Override
    default String enter() {
        var role = switch (this) {
            case Members _ -> "bansho_members";
            case Cutter _ -> "bansho_cutter";
            case Payments _ -> "bansho_payments";
            case Slips _ -> "bansho_slips";
            case Collection _ -> "bansho_collection";
        };
        return "set local role " + role + "; set local bansho.association = '" + association() + "'";
    }

    private static void require(int association) {
        if (association < 1 || association > 99) {
            throw new IllegalArgumentException("an association's code is 1..99");
        }
    }
}
