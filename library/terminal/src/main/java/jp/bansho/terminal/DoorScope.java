package jp.bansho.terminal;

import jp.bansho.machine.WorkScope;

/// The door: accounts, passkeys and sessions of all organisations, and nothing else (A1, A3). The role comes with the
/// schema of `library/access`.
public record DoorScope() implements WorkScope.Unrecorded {

    @Override
    public String enter() {
        return "set local role bansho_door; set local bansho.organisation = ''";
    }
}
