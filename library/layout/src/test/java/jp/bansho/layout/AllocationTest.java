package jp.bansho.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Reading and checking good records makes no object, however many they are.
class AllocationTest {

    @ParameterizedTest
    @EnumSource
    void goodRecordsMakeNothing(Golden golden) throws IOException {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var layout = golden.layout();
        var file = golden.raw().repeat(5000).getBytes(StandardCharsets.ISO_8859_1);
        var check = new RecordCheck(layout);
        ViolationSink sink = violation -> {
            throw new AssertionError(violation);
        };
        try (var reader = new RecordReader(new ByteArrayInputStream(file), layout)) {
            assertThat(reader.next() && check.check(reader, sink)).isTrue();
            var before = threads.getCurrentThreadAllocatedBytes();
            var records = 1;
            while (reader.next()) {
                check.check(reader, sink);
                records++;
            }
            var made = threads.getCurrentThreadAllocatedBytes() - before;
            assertThat(records).isEqualTo(golden.records * 5000);
            assertThat(made).as("bytes for %s records", records).isLessThan(4096);
        }
    }
}
