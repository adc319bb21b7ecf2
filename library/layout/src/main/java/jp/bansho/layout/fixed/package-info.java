/// How is a file of fixed widths laid out? Records of one length in groups of header, data and trailer, as a table.
///
/// In: bytes and a [jp.bansho.layout.fixed.FixedLayout]. Out: fields as text and amounts, violations that name record,
/// field and rule, and files whose trailers agree with what stands before them (special collection, 特別徴収).
@NullMarked
package jp.bansho.layout.fixed;

import org.jspecify.annotations.NullMarked;
