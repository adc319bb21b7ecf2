/// How is this name written where only JIS level 1 and 2 exist? The way down from the characters of the resident
/// register to those of the tax files, each replacement listed.
///
/// In: a name or an address as it came from J-LIS or the pension system. Out: [jp.bansho.characters.Written], the same
/// text in full-width characters of JIS X 0208 (the tax office's rule for 外字: variant, then unified form, then kana),
/// deterministic for a version of the table (duties N6, N7).
@NullMarked
package jp.bansho.characters;

import org.jspecify.annotations.NullMarked;
