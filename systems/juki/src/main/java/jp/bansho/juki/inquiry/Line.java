package jp.bansho.juki.inquiry;

/// The line to J-LIS (J4).
public interface Line {

    /// Asks one batch. Asking again with the same job, batch and rows gives the same answer.
    ///
    /// @param job   a name that stays the same for as long as the job lasts
    /// @param rows  inquiries, CR LF
    /// @return the rows of the answer
    /// @throws LineFailed if there is none
    byte[] ask(String job, int batch, byte[] rows);
}
