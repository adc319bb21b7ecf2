package jp.bansho.machine;

/// The ledger of media 媒体管理簿, as one organisation has it: the role and the row rule that every machine's ledger
/// works under (M3).
///
/// @param organisation 0 the federation or a machine's only organisation, 1 to 99 the associations, 100 the operator
public record LedgerScope(int organisation) implements WorkScope {

    private static final int LAST = 100;

    /// Checks the code.
    public LedgerScope {
        if (organisation < 0 || organisation > LAST) {
            throw new IllegalArgumentException("an organisation's code is 0..100");
        }
    }

    @Override
    public String enter() {
        return "set local role bansho_media; set local bansho.organisation = '" + organisation + "'";
    }
}
