/// The command line of the pension machine, `bansho pension …`.
@ApplicationModule(
        allowedDependencies = {
            "store",
            "staff",
            "members",
            "payments",
            "cutting",
            "outbox",
            "slips",
            "collection",
            "installation"
        })
@NullMarked
package jp.bansho.pension.command;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
