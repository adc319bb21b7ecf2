/// The command line: the one door for operators and batches. Every command names its actor and its purpose;
/// none shows or takes a number on the command line. Duties L3, A7, N6.
@ApplicationModule(
        allowedDependencies = {
            "store",
            "staff",
            "job",
            "linkage",
            "vault",
            "intake",
            "media",
            "taxfile",
            "installation",
            "terminal",
            "inspection",
            "keys",
            "recovery",
            "emergency",
            "operation",
            "incident",
            "purge",
            "cycle",
            "erasure"
        })
@NullMarked
package jp.bansho.numbers.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
