package jp.bansho.access.passkey;

import java.util.HashMap;
import java.util.Map;

/// Reads a JSON object whose members are strings, numbers or words; other members may be nested and are
/// passed over.
///
/// Written because evidence has to be verifiable with nothing but a JDK. A member that stands twice is
/// refused, so that two readers cannot read two things.
final class FlatJson {

    private static final int DEEPEST = 32;

    private final String text;
    private int at;

    FlatJson(String text) {
        this.text = text;
    }

    /// The members: strings unescaped, words and numbers as written, nested ones as an empty text.
    ///
    /// @throws IllegalArgumentException if it is no such object; the text is not in the message
    Map<String, String> members() {
        var members = object(0);
        space();
        if (at != text.length()) {
            throw broken();
        }
        return members;
    }

    private Map<String, String> object(int depth) {
        var members = new HashMap<String, String>();
        expect('{');
        if (next() == '}') {
            expect('}');
            return members;
        }
        while (true) {
            space();
            var name = string();
            expect(':');
            if (members.put(name, value(depth)) != null) {
                throw broken();
            }
            if (next() == '}') {
                expect('}');
                return members;
            }
            expect(',');
        }
    }

    private String value(int depth) {
        if (depth > DEEPEST) {
            throw broken();
        }
        var first = next();
        if (first == '"') {
            return string();
        }
        if (first == '{') {
            object(depth + 1);
            return "";
        }
        if (first == '[') {
            array(depth + 1);
            return "";
        }
        var from = at;
        while (at < text.length() && ",]} \t\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        var word = text.substring(from, at);
        if (!word.matches("true|false|null|-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
            throw broken();
        }
        return word;
    }

    private void array(int depth) {
        expect('[');
        if (next() == ']') {
            expect(']');
            return;
        }
        while (true) {
            value(depth);
            if (next() == ']') {
                expect(']');
                return;
            }
            expect(',');
        }
    }

    private String string() {
        var string = new StringBuilder();
        expect('"');
        for (var character = take(); character != '"'; character = take()) {
            if (character < ' ') {
                throw broken();
            }
            string.append(character == '\\' ? escaped() : character);
        }
        return string.toString();
    }

    private char escaped() {
        var kind = take();
        if (kind == 'u') {
            var hex = new StringBuilder();
            for (var i = 0; i < 4; i++) {
                hex.append(take());
            }
            if (!hex.toString().matches("[0-9a-fA-F]{4}")) {
                throw broken();
            }
            return (char) Integer.parseInt(hex.toString(), 16);
        }
        var place = "\"\\/bfnrt".indexOf(kind);
        if (place < 0) {
            throw broken();
        }
        return "\"\\/\b\f\n\r\t".charAt(place);
    }

    private char next() {
        space();
        if (at == text.length()) {
            throw broken();
        }
        return text.charAt(at);
    }

    private char take() {
        if (at == text.length()) {
            throw broken();
        }
        return text.charAt(at++);
    }

    private void expect(char character) {
        if (next() != character) {
            throw broken();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private static IllegalArgumentException broken() {
        return new IllegalArgumentException("not the JSON that was expected");
    }
}
