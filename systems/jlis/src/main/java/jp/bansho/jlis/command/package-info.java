/// The command line of the authority's machine: `bansho jlis …`. Codes, names and addresses are
/// read from standard input and never from the command line, which other users of a computer can
/// see.
@ApplicationModule(allowedDependencies = {"staff", "store", "residents", "numbering", "inquiry", "line"})
@NullMarked
package jp.bansho.jlis.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
