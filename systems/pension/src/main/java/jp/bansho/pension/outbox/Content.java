package jp.bansho.pension.outbox;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.SQLException;
import jp.bansho.media.Counts;

/// The one file in a parcel.
@FunctionalInterface
public interface Content {

    /// Writes the whole file, with constant memory. An exception leaves no parcel.
    ///
    /// @return how much it was
    Counts write(OutputStream out) throws IOException, SQLException;
}
