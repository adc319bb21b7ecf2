/// How is a file laid out? Record layouts as versioned tables; one engine that reads, checks and writes them all.
@NullMarked
package jp.bansho.layout;

import org.jspecify.annotations.NullMarked;
