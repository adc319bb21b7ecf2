package jp.bansho.numbers.vault;

import jp.bansho.numbers.staff.Actor;
import jp.bansho.seal.KeyPurpose;

/// Who wants which key of which association changed.
///
/// @param application the approved application with which a rotation begins; 0 to go on with one that was begun
/// @param share       percent of the time that the work may take, 1..100; the rest belongs to look-ups
public record RotationOrder(Actor actor, KeyPurpose purpose, int association, long application, int share) {

    /// A share with which look-ups stay fast on two processors.
    public static final int GENTLE = 20;
}
