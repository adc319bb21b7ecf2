/// Tests of the purge of old records' details.
@NullMarked
package jp.bansho.numbers.purge;

import org.jspecify.annotations.NullMarked;
