/// Until when, is it gone? The two legal clocks of the Individual Number 個人番号, and the proof that an erasure
/// leaves behind (duties R1-R4).
///
/// In come dates that people confirmed: the day a death was confirmed 死亡確認日, the submission deadlines of
/// declarations 提出期限, legal holds. Out go the first day on which a use may be erased, and a
/// [jp.bansho.retention.Certificate] that an outsider verifies with nothing but the JDK and a public key. Looks at
/// `audit` and nothing else.
@NullMarked
package jp.bansho.retention;

import org.jspecify.annotations.NullMarked;
