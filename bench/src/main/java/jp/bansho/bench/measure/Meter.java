package jp.bansho.bench.measure;

/// Reads wall time and processor time around a piece of work.
final class Meter {

    private final long postmaster;

    /// @param postmaster process of the PostgreSQL server
    Meter(long postmaster) {
        this.postmaster = postmaster;
    }

    /// What a piece of work yields: its rows, and its seconds as it measured them itself.
    record Done(long rows, double seconds) {}

    /// Work that may fail in any way.
    @FunctionalInterface
    interface Work {
        Done run() throws Exception;
    }

    /// Processor time of all PostgreSQL processes until now.
    double database() {
        return ProcessTimes.tree(postmaster);
    }

    Timed time(long process, Work work) throws Exception {
        var own = ProcessTimes.own(process);
        var database = ProcessTimes.tree(postmaster);
        var done = work.run();
        return new Timed(
                done.rows(), done.seconds(), ProcessTimes.own(process) - own, ProcessTimes.tree(postmaster) - database);
    }
}
