/// How is a file laid out? Record layouts as versioned tables; one engine that reads, checks and writes them all.
///
/// In: a stream of bytes and a [jp.bansho.layout.Layout] found by name and tax year. Out: records as byte ranges,
/// [jp.bansho.layout.Violation]s that name line, column and rule but never the text, and files written byte for byte.
/// A new tax year or a new paper is a table under `layouts/`, not code (duties N4, N5, N6, N11).
@NullMarked
package jp.bansho.layout;

import org.jspecify.annotations.NullMarked;
