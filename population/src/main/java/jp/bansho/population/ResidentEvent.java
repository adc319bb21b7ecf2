package jp.bansho.population;

/// What can happen to a resident between two odd months; more often here than in life, so that a
/// small population has some of each.
enum ResidentEvent {
    NUMBER_CHANGED("number-changed", "1", "34", 50),
    DIED("died", "2", "23", 50),
    /// Only people who are asked for by code: for the others the old address would decide who is found.
    MOVED("moved", "3", "11", 200),
    /// Moved out of scope: left the country (国外転出).
    LEFT("left", "5", "22", 30);

    private final String word;
    private final String code;
    private final String reason;
    private final int perTenThousand;

    ResidentEvent(String word, String code, String reason, int perTenThousand) {
        this.word = word;
        this.code = code;
        this.reason = reason;
        this.perTenThousand = perTenThousand;
    }

    String word() {
        return word;
    }

    /// 異動区分 in the events file.
    String code() {
        return code;
    }

    /// 異動事由, in the events and in the results.
    String reason() {
        return reason;
    }

    int perTenThousand() {
        return perTenThousand;
    }
}
