package jp.bansho.media;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;

/// Writes a parcel of zeros and reads it, in a process of its own with little memory or little room.
///
/// Prints `write <reason>` if the writing is refused, `complete` if everything arrived.
public final class ChildMain {

    private static final int PIECE = 1 << 16;

    private ChildMain() {}

    /// Folder, length in MiB, and `halt` to end without any cleaning up in the middle.
    public static void main(String[] arguments) throws IOException {
        var post = new Post();
        var folder = Path.of(arguments[0]);
        var bytes = Long.parseLong(arguments[1]) << 20;
        var halt = arguments.length > 2;
        try (var writer = ParcelWriter.begin(
                folder,
                Post.label(),
                Post.SENDER,
                new Addressee.Holder(Post.RECIPIENT.certificate()),
                post.clock,
                8 << 20)) {
            writer.add("zeros.bin", out -> {
                write(out, bytes);
                if (halt) {
                    Runtime.getRuntime().halt(9);
                }
                return new Counts(1, bytes);
            });
            writer.finish();
        } catch (ParcelRefused refused) {
            System.out.println("write " + refused.reason().word());
            return;
        }
        try (var opened = post.inspect(folder).open(new Opener.Key(Post.RECIPIENT))) {
            var read = opened.stream(opened.manifest().files().getFirst()).transferTo(OutputStream.nullOutputStream());
            opened.complete(Map.of("zeros.bin", new Counts(1, read)));
            System.out.println("complete");
        }
    }

    private static void write(OutputStream out, long bytes) throws IOException {
        var piece = new byte[PIECE];
        for (var left = bytes; left > 0; left -= PIECE) {
            out.write(piece);
        }
    }
}
