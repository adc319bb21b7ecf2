/// Tests of the way down.
@NullMarked
package jp.bansho.characters;

import org.jspecify.annotations.NullMarked;
