package jp.bansho.numbers.taxfile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import jp.bansho.identifiers.IdentifierPattern;
import jp.bansho.identifiers.UserNumber;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Violation;
import jp.bansho.machine.Progress;
import jp.bansho.numbers.job.Outcomes;
import jp.bansho.numbers.taxfile.SlipBlock.Done;

/// One pass over a source file, block by block on all processors, written in the order of the file. Memory stays the
/// same however long the file is.
final class SlipPass {

    private static final int BLOCK = 1 << 22;

    /// The lists end here, the counts do not: a file of which nothing is right must not fill the memory.
    private static final int MOST = 500_000;

    private final Layout source;
    private final Layout target;
    private final NumberMap numbers;
    private final List<IdentifierPattern<UserNumber>> userNumbers;
    private final int blockSize;

    final List<Outcomes> outcomes = new ArrayList<>();
    final List<Missing> missing = new ArrayList<>();
    final List<Violation> violations = new ArrayList<>();
    long missingCount;
    long violationCount;
    long slips;
    long filled;

    /// A pass from one layout to the other.
    ///
    /// @param userNumbers the patterns of all associations
    SlipPass(Layout source, Layout target, NumberMap numbers, List<IdentifierPattern<UserNumber>> userNumbers) {
        this(source, target, numbers, userNumbers, BLOCK);
    }

    SlipPass(
            Layout source,
            Layout target,
            NumberMap numbers,
            List<IdentifierPattern<UserNumber>> userNumbers,
            int blockSize) {
        this.source = source;
        this.target = target;
        this.numbers = numbers;
        this.userNumbers = userNumbers;
        this.blockSize = blockSize;
    }

    void run(InputStream in, OutputStream out, Progress progress, long total) throws IOException {
        var workers = Math.clamp(ForkJoinPool.getCommonPoolParallelism() + 1, 1, 8);
        var blocks = new BlockReader(in, blockSize);
        var underWay = new ArrayDeque<Future<Done>>();
        var reached = new ArrayDeque<Long>();
        try (var threads = Executors.newFixedThreadPool(workers)) {
            try {
                for (var block = blocks.next(); block.length() > 0; block = blocks.next()) {
                    var lines = block;
                    underWay.add(threads.submit(() -> new SlipBlock(source, target, numbers, userNumbers)
                            .run(lines.bytes(), lines.length(), lines.offset())));
                    reached.add(lines.offset() + lines.length());
                    if (underWay.size() > workers) {
                        take(underWay.remove(), out);
                        progress.at(slips, reached.remove(), total);
                    }
                }
                while (!underWay.isEmpty()) {
                    take(underWay.remove(), out);
                    progress.at(slips, reached.remove(), total);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void take(Future<Done> future, OutputStream out) throws IOException {
        var done = finished(future);
        done.bytes().moveTo(out);
        for (var one : done.missing()) {
            if (missingCount++ < MOST) {
                missing.add(new Missing(slips + one.line(), one.field(), one.userNumber(), one.reason()));
            }
        }
        for (var one : done.violations()) {
            if (violationCount++ < MOST) {
                violations.add(new Violation(slips + one.line(), one.column(), one.rule()));
            }
        }
        outcomes.add(done.outcomes());
        slips += done.outcomes().length();
        filled += done.filled();
    }

    private static Done finished(Future<Done> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException("a block failed", e.getCause());
        }
    }
}
