package jp.bansho.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for everybody who has come in, whatever the role: going out, staying, locking the screen, the
/// language.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Everybody {
    /// True if the route works while the screen is locked.
    boolean whileLocked() default false;
}
