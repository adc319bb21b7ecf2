/// Tests.
@NullMarked
package jp.bansho.golden;

import org.jspecify.annotations.NullMarked;
