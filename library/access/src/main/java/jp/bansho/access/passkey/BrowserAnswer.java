package jp.bansho.access.passkey;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the browser posts: the credential as JSON, its binary members in base64url. Members that are not
/// needed are passed over, so a browser's own `toJSON()` is good too.
final class BrowserAnswer {

    private static final int LONGEST = 65_536;

    private final JsonNode root;

    private BrowserAnswer(JsonNode root) {
        this.root = root;
    }

    /// @throws IllegalArgumentException if it is too long or no JSON; the text is not in the message
    static BrowserAnswer read(JsonMapper mapper, String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("the answer is too long");
        }
        try {
            return new BrowserAnswer(mapper.readTree(json));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("the answer is no JSON");
        }
    }

    CredentialId credential() {
        if (!text(root, "type").equals("public-key") || !text(root, "id").equals(text(root, "rawId"))) {
            throw new IllegalArgumentException("the answer is not of a passkey");
        }
        return new CredentialId(text(root, "rawId"));
    }

    byte[] response(String name) {
        return Bytes.of(text(root.path("response"), name));
    }

    byte @Nullable [] userHandle() {
        var node = root.path("response").path("userHandle");
        return node.isString() && !node.stringValue().isEmpty() ? Bytes.of(node.stringValue()) : null;
    }

    private static String text(JsonNode node, String name) {
        var member = node.path(name);
        if (!member.isString()) {
            throw new IllegalArgumentException("the answer has no " + name);
        }
        return member.stringValue();
    }
}
