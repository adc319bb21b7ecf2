package jp.bansho.juki.store;

import jp.bansho.machine.WorkScope;

/// Approvals of this machine's one organisation (J4).
public record DeskScope() implements WorkScope {

    @Override
    public String enter() {
        return "set local role bansho_desk; set local bansho.organisation = '" + MediaScope.ORGANISATION + "'";
    }
}
