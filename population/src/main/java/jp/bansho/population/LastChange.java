package jp.bansho.population;

/// The last change that the resident register knows of, with the standing it left the person in.
///
/// @param standing 1 resident, 2 dead, 3 left the country
/// @param reason 異動事由, two digits or empty
/// @param day yyyyMMdd or empty
record LastChange(String standing, String reason, String day) {

    static final LastChange NONE = new LastChange("1", "", "");

    static LastChange moved(String day) {
        return new LastChange("1", "11", day);
    }

    static LastChange codeChanged(String day) {
        return new LastChange("1", "37", day);
    }

    static LastChange died(String day) {
        return new LastChange("2", "23", day);
    }

    static LastChange left(String day) {
        return new LastChange("3", "22", day);
    }
}
