/// Tests.
@NullMarked
package jp.bansho.pension.golden;

import org.jspecify.annotations.NullMarked;
