/// Tests.
@NullMarked
package jp.bansho.jlis.golden;

import org.jspecify.annotations.NullMarked;
