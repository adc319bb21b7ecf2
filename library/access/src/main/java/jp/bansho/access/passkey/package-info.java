/// Passkeys パスキー: a person shows who they are with an authenticator of their own, verified against PIN or
/// fingerprint (duty A1). Enrolment under a policy, assertions for login and for single operations, and the
/// evidence that is kept.
@NullMarked
package jp.bansho.access.passkey;

import org.jspecify.annotations.NullMarked;
