package jp.bansho.numbers.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import jp.bansho.numbers.staff.Right;

/// The right a route asks for (A5). A route without it, and without the door's own words, is refused.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
    /// One of these rights is enough.
    Right[] value();
}
