/// Who did what, provably? The tamper-evident record of use 使用の記録: chained records, signed heads, group commit,
/// export and a verifier that needs no server (duties L1-L4, L6, L7, A7).
///
/// In comes a [jp.bansho.audit.Stamp] (who, for which purpose, about whom) with an [jp.bansho.audit.AuditEvent]
/// (what); out go rows of `audit.record`, signed heads for a [jp.bansho.audit.HeadFile], and a
/// [jp.bansho.audit.Verification]. Looks at nothing but the JDK and JDBC.
@NullMarked
package jp.bansho.audit;

import org.jspecify.annotations.NullMarked;
