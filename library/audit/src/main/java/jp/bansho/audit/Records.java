package jp.bansho.audit;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Records one after the other, and the head that belongs to them, from a table or a file.
interface Records {

    /// The head that the source itself holds; asked before the first record.
    Optional<SignedHead> head() throws IOException, SQLException;

    /// The next one in the order of the source; null at the end.
    @Nullable
    Found next() throws IOException, SQLException;
}
