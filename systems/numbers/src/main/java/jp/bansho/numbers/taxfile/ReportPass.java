package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import jp.bansho.layout.Rule;
import jp.bansho.layout.Violation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.job.Outcomes;
import jp.bansho.numbers.taxfile.ReportBlock.Done;
import org.jspecify.annotations.Nullable;

/// One pass over a source, block by block on all processors, given out in the order of the file.
/// Memory stays the same however long the file is.
final class ReportPass implements AutoCloseable {

    private static final int BLOCK = 1 << 22;

    /// The lists end here, the counts do not: a file of which nothing is right must not fill the
    /// memory.
    private static final int MOST = 500_000;

    private final ReportBlock.Order order;
    private final Progress progress;
    private final long total;
    private final BlockReader blocks;
    private final ExecutorService threads;
    private final int workers;
    private final ArrayDeque<UnderWay> underWay = new ArrayDeque<>();
    private final ArrayDeque<SlipBytes> spare = new ArrayDeque<>();
    private @Nullable Done given;
    private long nextLine = 1;
    private boolean ended;

    final List<Outcomes> outcomes = new ArrayList<>();
    final List<Missing> missing = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    final Map<Broken, Tally> broken = new TreeMap<>();
    final Map<Replacement, Tally> replacements = new TreeMap<>();
    final PeopleCount people = new PeopleCount();
    Figures figures = Figures.NONE;
    long missingCount;
    long violationCount;
    long slips;
    long filled;

    /// A block somebody works on.
    ///
    /// @param reached how far in the source it ends
    private record UnderWay(Future<Done> done, BlockReader.Lines block, long reached) {}

    /// A rule broken in a field.
    public record Broken(int column, Rule rule) implements Comparable<Broken> {
        @Override
        public int compareTo(Broken other) {
            return column != other.column ? Integer.compare(column, other.column) : rule.compareTo(other.rule);
        }
    }

    /// A pass over that stream, which stays open.
    ///
    /// @param total length of the source, for the progress
    ReportPass(ReportBlock.Order order, InputStream in, Progress progress, long total) {
        this(order, in, progress, total, BLOCK);
    }

    ReportPass(ReportBlock.Order order, InputStream in, Progress progress, long total, int blockSize) {
        this.order = order;
        this.progress = progress;
        this.total = total;
        this.workers = Math.clamp(ForkJoinPool.getCommonPoolParallelism() + 1, 1, 8);
        this.blocks = new BlockReader(in, blockSize);
        this.threads = Executors.newFixedThreadPool(workers);
    }

    /// The next block, counted and at its place in the file; null at the end. What it holds may be used
    /// until the next one is asked for.
    @Nullable
    Done next() throws IOException {
        if (given != null) {
            given.bytes().wipe();
            spare.add(given.bytes());
            given = null;
        }
        while (!ended && underWay.size() <= workers) {
            var block = blocks.next();
            if (block.length() == 0) {
                ended = true;
                break;
            }
            var first = nextLine;
            nextLine += order.late() == null ? 0 : lines(block);
            var out = spare.isEmpty() ? new SlipBytes(block.length() + block.length() / 8) : spare.remove();
            var done = threads.submit(
                    () -> new ReportBlock(order, out).run(block.bytes(), block.length(), block.offset(), first));
            underWay.add(new UnderWay(done, block, block.offset() + block.length()));
        }
        if (underWay.isEmpty()) {
            return null;
        }
        var next = underWay.remove();
        var done = finished(next.done());
        blocks.giveBack(next.block().bytes());
        take(done);
        progress.at(slips, next.reached(), total);
        given = done;
        return done;
    }

    /// The line of the file on which the block that was given out last began, less one.
    long before(Done done) {
        return slips - done.outcomes().length();
    }

    private void take(Done done) {
        for (var one : done.missing()) {
            if (missingCount++ < MOST) {
                missing.add(one.after(slips));
            }
        }
        for (var one : done.violations()) {
            broken.merge(new Broken(one.column(), one.rule()), Tally.once(slips + one.line()), Tally::plus);
            if (violationCount++ < MOST) {
                violations.add(new Violation(slips + one.line(), one.column(), one.rule()));
            }
        }
        var lines = slips;
        done.replacements()
                .forEach((replacement, tally) -> replacements.merge(replacement, tally.after(lines), Tally::plus));
        people.add(done.people());
        figures = figures.plus(done.figures());
        outcomes.add(done.outcomes());
        slips += done.outcomes().length();
        filled += done.filled();
    }

    private static long lines(BlockReader.Lines block) {
        var lines = 0L;
        for (var i = 0; i < block.length(); i++) {
            lines += block.bytes()[i] == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static Done finished(Future<Done> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TaxfileRefused refused) {
                throw refused;
            }
            throw new IOException("a block failed", e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
