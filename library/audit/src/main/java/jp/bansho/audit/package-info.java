/// Who did what, provably? The tamper-evident record, its signed heads, and a verifier that needs no server.
@NullMarked
package jp.bansho.audit;

import org.jspecify.annotations.NullMarked;
