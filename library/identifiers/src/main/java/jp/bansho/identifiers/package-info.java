/// What is a valid number, code, identifier or date of these papers? Answers without any framework.
///
/// Text that came from outside goes through a `parse` method and comes back as [Parsed]: a value, or a
/// named fault that never repeats what was read. The protected numbers have no printable form.
@NullMarked
package jp.bansho.identifiers;

import org.jspecify.annotations.NullMarked;
