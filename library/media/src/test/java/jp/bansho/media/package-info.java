/// Tests of the parcel.
@NullMarked
package jp.bansho.media;

import org.jspecify.annotations.NullMarked;
