/// Tests of the clocks and of the certificate.
@NullMarked
package jp.bansho.retention;

import org.jspecify.annotations.NullMarked;
