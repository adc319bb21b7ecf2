/// What goes on paper? The press 印刷: XHTML in, a PDF out that can be read aloud, kept for years and printed again.
///
/// In comes a document as text; out go the bytes of a tagged PDF (PDF/A-2u, PDF/UA) on A4 with page numbers, set in the
/// one font that travels with this library. Nothing is fetched: no picture, no style sheet, no entity from outside.
/// Looks at nothing but its renderer.
@NullMarked
package jp.bansho.paper;

import org.jspecify.annotations.NullMarked;
