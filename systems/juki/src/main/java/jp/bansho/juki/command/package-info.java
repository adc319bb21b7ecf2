/// `bansho juki …`.
@ApplicationModule(allowedDependencies = {"store", "staff", "inquiry", "results"})
@NullMarked
package jp.bansho.juki.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
