package jp.bansho.pension.collection;

import java.io.IOException;
import java.nio.file.Path;
import jp.bansho.pension.staff.Clerk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What tests of the special collection begin with: one machine for the class, and for each test
/// nothing taken in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class Collecting {

    static final Clerk CLERK = CollectionSite.CLERK;
    static final String OSAKA = "27128";
    static final String KOBE = "28110";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    CollectionSite site;

    @SuppressWarnings("NullAway.Init")
    Notices notices;

    @BeforeAll
    void make() throws IOException {
        site = new CollectionSite();
        notices = site.load(folder);
    }

    @BeforeEach
    void forget() throws Exception {
        site.forget();
    }

    @AfterAll
    void stop() {
        site.close();
    }
}
