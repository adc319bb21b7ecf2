package jp.bansho.machine;

import jp.bansho.media.ledger.Actor;
import org.jspecify.annotations.Nullable;

/// Who may work with this machine's media, and in whose ledger; each machine that keeps a ledger gives one.
@FunctionalInterface
public interface MediaStaff {

    /// The person of that login name.
    ///
    /// @param association whose ledger it is about; null for the person's own
    /// @throws Refused if the machine does not know the person, or the person may not
    Actor actor(String name, @Nullable Integer association);

    /// The second person at a medium, who is named on a command line.
    ///
    /// @throws Refused if this machine takes nobody's word for who stands at a medium
    default Actor witness(String name, @Nullable Integer association) {
        return actor(name, association);
    }
}
