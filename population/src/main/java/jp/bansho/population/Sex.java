package jp.bansho.population;

/// Sex as the resident register writes it: 1 male, 2 female.
enum Sex {
    MALE("1"),
    FEMALE("2");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    Sex other() {
        return this == MALE ? FEMALE : MALE;
    }
}
