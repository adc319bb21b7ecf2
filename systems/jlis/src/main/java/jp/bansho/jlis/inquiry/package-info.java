/// The inquiry service (本人確認情報照会): who is meant, what is known of them, what their number is. In: batches of the
/// layout `identity-inquiries` over a line with certificates on both sides. Out: rows of the layout `identity-results`.
/// Every batch goes on record, without names, and can be asked again. Duties J1, J3, J4, J6.
@ApplicationModule(allowedDependencies = {"residents", "numbering", "store"})
@NullMarked
package jp.bansho.jlis.inquiry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
