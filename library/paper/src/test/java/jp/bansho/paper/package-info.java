/// Tests of the press.
@NullMarked
package jp.bansho.paper;

import org.jspecify.annotations.NullMarked;
