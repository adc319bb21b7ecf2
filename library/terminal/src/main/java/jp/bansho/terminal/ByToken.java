package jp.bansho.terminal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A route for a machine that watches this one, and for no person: it shows a bearer token whose hash stands in the
/// file `<word>.properties` of the home folder. Without that file there is no such route.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface ByToken {
    /// The word of the file.
    String value();
}
