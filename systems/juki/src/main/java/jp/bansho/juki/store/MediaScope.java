package jp.bansho.juki.store;

import jp.bansho.machine.WorkScope;

/// The ledger of media; this machine has one organisation (M3).
public record MediaScope() implements WorkScope {

    /// The code of that organisation in the ledger.
    public static final int ORGANISATION = 0;

    @Override
    public String enter() {
        return "set local role bansho_media; set local bansho.organisation = '" + ORGANISATION + "'";
    }
}
