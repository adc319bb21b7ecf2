package jp.bansho.pension.slips;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import jp.bansho.pension.PensionSite;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/// What tests of a tax year begin with: one machine for the class, and for each test a loaded year of
/// which nothing is cut.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InSeason {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    Season season;

    @BeforeAll
    void make() {
        season = new Season(folder);
    }

    @BeforeEach
    void load() throws Exception {
        season.begin();
    }

    @AfterAll
    void stop() {
        season.close();
    }

    static String reason(Callable<?> act) throws Exception {
        return PensionSite.reason(act);
    }
}
