/// Tests of this desk.
@NullMarked
package jp.bansho.jlis.golden;

import org.jspecify.annotations.NullMarked;
