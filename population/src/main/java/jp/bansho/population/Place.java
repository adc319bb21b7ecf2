package jp.bansho.population;

/// Where a family lives: a real municipality, an invented street.
record Place(Municipality municipality, String street) {

    /// Prefecture first, the city of a ward never left out, at most 60 full-width characters.
    String full() {
        return municipality.prefecture() + municipality.name() + street;
    }
}
