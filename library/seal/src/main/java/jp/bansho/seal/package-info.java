/// How is it kept secret? Keys by purpose, sealed values, the keyed index, and what can be destroyed.
@NullMarked
package jp.bansho.seal;

import org.jspecify.annotations.NullMarked;
