package jp.bansho.access.passkey;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The options for the browser, as JSON with base64url: what
/// `PublicKeyCredential.parseCreationOptionsFromJSON` and `parseRequestOptionsFromJSON` take. All values
/// are checked to need no escaping.
final class Options {

    private static final Pattern ACCOUNT = Pattern.compile("[a-z][a-z0-9.-]{2,31}");
    private static final int SHORTEST_CHALLENGE = 16;

    private Options() {}

    static String create(Relying relying, String account, byte[] challenge, List<CredentialId> enrolled) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new IllegalArgumentException("no account to enrol a passkey for");
        }
        return """
                {"rp":{"id":"%s","name":"番所 Bansho"},"user":{"id":"%s","name":"%s","displayName":"%s"},\
                "challenge":"%s","pubKeyCredParams":[{"type":"public-key","alg":-7},{"type":"public-key","alg":-8},\
                {"type":"public-key","alg":-257}],"timeout":%d,"excludeCredentials":%s,\
                "authenticatorSelection":{"residentKey":"preferred","requireResidentKey":false,\
                "userVerification":"required"},"attestation":"direct"}""".formatted(
                        relying.id(),
                        Bytes.text(userHandle(relying, account)),
                        account,
                        account,
                        challenge(challenge),
                        Challenges.LIFETIME.toMillis(),
                        credentials(enrolled));
    }

    static String get(Relying relying, byte[] challenge, List<CredentialId> enrolled) {
        return """
                {"challenge":"%s","timeout":%d,"rpId":"%s","allowCredentials":%s,"userVerification":"required"}""".formatted(challenge(challenge), Challenges.LIFETIME.toMillis(), relying.id(), credentials(enrolled));
    }

    /// The account as it may be recorded: what a stranger typed in its place may not.
    static String named(String account) {
        return ACCOUNT.matcher(account).matches() ? account : "unknown";
    }

    /// The name of the account towards authenticators: says nothing to who does not know the account.
    static byte[] userHandle(Relying relying, String account) {
        return Bytes.sha256("bansho.passkey.user.v1\n" + relying.id() + "\n" + account);
    }

    private static String challenge(byte[] challenge) {
        if (challenge.length < SHORTEST_CHALLENGE) {
            throw new IllegalArgumentException("a challenge has at least 16 bytes");
        }
        return Bytes.text(challenge);
    }

    private static String credentials(List<CredentialId> enrolled) {
        return enrolled.stream()
                .map(credential -> "{\"type\":\"public-key\",\"id\":\"" + credential.text() + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }
}
