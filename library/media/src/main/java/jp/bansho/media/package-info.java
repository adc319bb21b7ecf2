/// What crossed a border? The sealed parcel 封緘した媒体の中身: a folder that fits on a disc, encrypted to one
/// recipient, with a manifest 目録 that the sender signed (duties M1, M2, M4, N4).
///
/// In go files, a [jp.bansho.media.Label] and an addressee; out comes a folder of CMS files that
/// `openssl cms` opens. On the other side a [jp.bansho.media.ParcelReader] takes it in or refuses it by
/// name with a [jp.bansho.media.ParcelRefused]. The format is described in `docs/formats/parcel.md`.
/// Looks at nothing but the JDK, Bouncy Castle and the record of use. Where media are and who had them is kept by
/// `jp.bansho.media.ledger`.
@NullMarked
package jp.bansho.media;

import org.jspecify.annotations.NullMarked;
