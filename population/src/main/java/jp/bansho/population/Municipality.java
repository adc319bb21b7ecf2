package jp.bansho.population;

/// A real municipality, or a ward of a designated city (政令指定都市) with its city: five-digit code, prefecture, name.
record Municipality(String code, String prefecture, String name) {}
