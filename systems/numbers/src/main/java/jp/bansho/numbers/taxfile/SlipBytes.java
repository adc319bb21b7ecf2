package jp.bansho.numbers.taxfile;

import java.util.Arrays;

/// The finished bytes of a block; they hold numbers, so they are overwritten once they are in the
/// parcel.
final class SlipBytes {

    private byte[] bytes;
    private int length;

    SlipBytes(int size) {
        bytes = new byte[Math.max(size, 1024)];
    }

    byte[] array() {
        return bytes;
    }

    int length() {
        return length;
    }

    void put(int one) {
        if (length == bytes.length) {
            grow(1);
        }
        bytes[length++] = (byte) one;
    }

    void put(byte[] from, int start, int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
        System.arraycopy(from, start, bytes, length, count);
        length += count;
    }

    /// Makes room for so many bytes, which are then put by [#cell] without a look.
    void room(int count) {
        if (bytes.length - length < count) {
            grow(count);
        }
    }

    void cell(int cell) {
        bytes[length++] = (byte) (cell >>> 8);
        bytes[length++] = (byte) cell;
    }

    /// Goes on after what was written into the array; there was [#room] for it.
    void reach(int to) {
        length = to;
    }

    void back(int to) {
        length = to;
    }

    void wipe() {
        Arrays.fill(bytes, 0, length, (byte) 0);
        length = 0;
    }

    private void grow(int count) {
        var longer = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        Arrays.fill(bytes, 0, length, (byte) 0);
        bytes = longer;
    }
}
