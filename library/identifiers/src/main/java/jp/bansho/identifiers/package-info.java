/// What is a valid number, code, identifier or date of these papers? Answers without any framework.
@NullMarked
package jp.bansho.identifiers;

import org.jspecify.annotations.NullMarked;
