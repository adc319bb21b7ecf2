/// Tests of backups and of the way back.
@NullMarked
package jp.bansho.numbers.recovery;

import org.jspecify.annotations.NullMarked;
