package jp.bansho.bench.worker;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import jp.bansho.layout.Layout;
import jp.bansho.layout.Layouts;
import jp.bansho.layout.RecordCheck;
import jp.bansho.layout.RecordReader;
import jp.bansho.layout.RecordWriter;

/// Reads, checks and rewrites a withholding-slip file without a number: the same reader, checks,
/// writer, buffers, forced write and move as the append, and nothing else. Its time is the floor of
/// any append.
final class Rewrite {

    private Rewrite() {}

    /// Rewrites the file.
    ///
    /// @return how many slips
    static long run(Path source, Path target, int taxYear) throws IOException {
        var part = target.resolveSibling(target.getFileName() + ".part");
        var slips = 0L;
        var sourceLayout = Layouts.find("nta-377-source", taxYear);
        var targetLayout = Layouts.find("nta-377", taxYear);
        try (var in = Files.newInputStream(source);
                var channel = FileChannel.open(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                var out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
                var reader = new RecordReader(in, sourceLayout);
                var writer = new RecordWriter(out, targetLayout)) {
            var check = new RecordCheck(sourceLayout);
            while (reader.next()) {
                slips++;
                if (check.check(reader, _ -> {})) {
                    write(reader, writer, sourceLayout, targetLayout);
                }
            }
            writer.flush();
            channel.force(true);
        }
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return slips;
    }

    private static void write(RecordReader reader, RecordWriter writer, Layout source, Layout target)
            throws IOException {
        writer.begin();
        var next = 1;
        for (var fill : source.fills()) {
            writer.copy(reader, next, fill.column() - 1);
            writer.field(reader.buffer(), 0, 0);
            next = fill.column() + 1;
        }
        writer.copy(reader, next, target.columns().size());
        writer.end();
    }
}
