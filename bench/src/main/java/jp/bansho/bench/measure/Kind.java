package jp.bansho.bench.measure;

/// A request whose answer is timed.
enum Kind {
    STATIC("static twin of the person page"),
    PAGE("person page"),
    SEARCH("search by user number"),
    REVEAL("reveal");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
