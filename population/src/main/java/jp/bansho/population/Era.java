package jp.bansho.population;

/// The eras (元号) with the code and the first day that withholding slips use. The codes do not follow time.
enum Era {
    MEIJI("3", 1868_10_23),
    TAISHO("2", 1912_07_30),
    SHOWA("1", 1926_12_25),
    HEISEI("4", 1989_01_08),
    REIWA("5", 2019_05_01);

    private final String code;
    private final int firstDay;

    Era(String code, int firstDay) {
        this.code = code;
        this.firstDay = firstDay;
    }

    String code() {
        return code;
    }

    int firstYear() {
        return firstDay / 10_000;
    }

    /// The era of a day written as yyyyMMdd, from 1868 on.
    static Era of(int day) {
        Era found = MEIJI;
        for (Era era : values()) {
            if (day >= era.firstDay) {
                found = era;
            }
        }
        return found;
    }
}
