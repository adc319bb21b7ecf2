package jp.bansho.pension.cutting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import jp.bansho.pension.Invented;
import jp.bansho.pension.PensionSite;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What tests of cuts begin with: one population for the class, and for each test a machine whose
/// members are loaded.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Cutting {

    static final LocalDate DAY = PensionSite.TODAY;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    Invented invented;

    @SuppressWarnings("NullAway.Init")
    PensionSite site;

    @BeforeAll
    void make() {
        invented = Invented.people(folder.resolve("people"), 600);
    }

    @BeforeEach
    void load() {
        site = PensionSite.start();
        site.load(invented.pensioners());
    }

    @AfterEach
    void stop() {
        site.close();
    }

    List<Path> parcels() throws IOException {
        try (var folders = Files.list(site.outbox())) {
            return folders.filter(found -> Files.exists(found.resolve("manifest.cms")))
                    .toList();
        }
    }

    static String reason(Callable<?> act) throws Exception {
        return PensionSite.reason(act);
    }
}
