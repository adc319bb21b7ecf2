/// Tests of the layout engine: golden files, planted violations, and independent slow twins of reader and check.
@NullMarked
package jp.bansho.layout;

import org.jspecify.annotations.NullMarked;
