package jp.bansho.juki.store;

import jp.bansho.machine.WorkScope;

/// The one scope of this machine: jobs and their sealed batches.
public record JukiScope() implements WorkScope {

    @Override
    public String enter() {
        return "set local role bansho_juki";
    }
}
