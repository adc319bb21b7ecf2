/// The life of a user 利用者: prepared by a user manager, made and ended by the nightly batch, let in with a
/// temporary password once and with a passkey from then on. Duties A2, A3, A4, A5.
@NullMarked
package jp.bansho.access.account;

import org.jspecify.annotations.NullMarked;
