/// Tests of passkeys: each refusal by its name, against a software authenticator and a real PostgreSQL.
@NullMarked
package jp.bansho.access.passkey;

import org.jspecify.annotations.NullMarked;
