package jp.bansho.machine.command;

/// One flat JSON object on one line.
public final class JsonLine {

    private final StringBuilder text = new StringBuilder("{");

    /// A text.
    public JsonLine put(String name, String value) {
        var escaped = new StringBuilder("\"");
        value.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                escaped.append('\\').append((char) c);
            } else if (c < 0x20) {
                escaped.append("\\u%04x".formatted(c));
            } else {
                escaped.append((char) c);
            }
        });
        return raw(name, escaped.append('"').toString());
    }

    /// A whole number.
    public JsonLine put(String name, long value) {
        return raw(name, Long.toString(value));
    }

    /// A number.
    public JsonLine put(String name, double value) {
        return raw(name, Double.toString(value));
    }

    /// True or false.
    public JsonLine put(String name, boolean value) {
        return raw(name, Boolean.toString(value));
    }

    /// JSON as it is.
    public JsonLine raw(String name, String json) {
        if (text.length() > 1) {
            text.append(',');
        }
        text.append('"').append(name).append("\":").append(json);
        return this;
    }

    /// The whole line.
    public String end() {
        return text + "}";
    }
}
