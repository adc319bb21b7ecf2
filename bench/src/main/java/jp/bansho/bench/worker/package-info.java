/// The measured process: the number machine in a JVM of its own, so that its memory and processor time are its own, and
/// beside it the same work without what is to be measured.
@NullMarked
package jp.bansho.bench.worker;

import org.jspecify.annotations.NullMarked;
