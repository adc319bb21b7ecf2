/// Tests of files of fixed widths.
@NullMarked
package jp.bansho.layout.fixed;

import org.jspecify.annotations.NullMarked;
