package jp.bansho.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Key stores that are not what they were.
final class Keys {

    private Keys() {}

    /// Nothing starts with keys missing or with those of another installation; with the right ones back all goes on.
    static void lost(Stage stage) throws Exception {
        var site = stage.site;
        site.install();
        stage.works(FileJob.intake(site, "results", Site.HERE));
        var ring = site.home.keyRing();
        var key = site.home.keyEncryptionKey();
        without(stage, ring, "the key ring");
        without(stage, key, "the key-encryption key");
        var other = Site.make(site.folder.resolve("other"), site.postgres, site.archive, 300, 5);
        other.install();
        exchanged(stage, ring, other.home.keyRing(), "another installation's key ring");
        exchanged(stage, key, other.home.keyEncryptionKey(), "another installation's key-encryption key");
        var own = Files.copy(ring, site.folder.resolve("ring"));
        exchanged(stage, key, other.home.keyEncryptionKey(), other.home.keyRing(), ring, "another installation's keys");
        stage.wrong(Files.mismatch(own, ring) >= 0, "the key ring was changed");
        stage.works(FileJob.intake(site, "dependants", Site.HERE));
    }

    private static void without(Stage stage, Path file, String what) throws Exception {
        var aside = stage.site.folder.resolve("aside");
        Files.move(file, aside);
        stage.refused(FileJob.intake(stage.site, "dependants", Site.HERE).start(), what + " missing");
        // whoever sets up once more in this state must not make it worse
        stage.refused(stage.site.start(stage.site.initCommand()), what + " missing, setting up once more");
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        stage.done(stage.site.run("numbers", "jobs", "--json"), what + " back");
        stage.check(what + " back");
    }

    private static void exchanged(Stage stage, Path file, Path other, String what) throws Exception {
        var aside = stage.site.folder.resolve("aside");
        Files.move(file, aside);
        Files.copy(other, file);
        stage.refused(FileJob.intake(stage.site, "dependants", Site.HERE).start(), what);
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        stage.check(what + " back");
    }

    private static void exchanged(Stage stage, Path key, Path otherKey, Path otherRing, Path ring, String what)
            throws Exception {
        var aside = stage.site.folder.resolve("aside-key");
        Files.move(key, aside);
        Files.copy(otherKey, key);
        var asideRing = stage.site.folder.resolve("aside-ring");
        Files.move(ring, asideRing);
        Files.copy(otherRing, ring);
        stage.refused(FileJob.intake(stage.site, "dependants", Site.HERE).start(), what);
        Files.move(asideRing, ring, StandardCopyOption.REPLACE_EXISTING);
        Files.move(aside, key, StandardCopyOption.REPLACE_EXISTING);
        stage.check(what + " gone");
        stage.done(stage.site.run("numbers", "jobs", "--json"), what + " gone");
    }

    /// A setting up that ended between two of its files is finished by the same command.
    static void half(Stage stage) throws Exception {
        var site = stage.site;
        site.install();
        var made = Files.readAllBytes(site.home.database());
        Files.write(site.home.database(), new byte[0]);
        stage.done(site.start(site.initCommand()), "setting up after a password file that is empty");
        stage.wrong(made.length == 0, "there was no password file");
        stage.done(site.run("numbers", "jobs", "--json"), "a command after that");
        var fresh = Site.make(site.folder.resolve("fresh"), site.postgres, site.archive, 300, 6);
        // the key-encryption key was made, and then the machine went off
        Files.createDirectories(fresh.home.keyEncryptionKey().getParent());
        Files.copy(site.home.keyEncryptionKey(), fresh.home.keyEncryptionKey());
        again(stage, fresh, "setting up after a key-encryption key without a ring");
        var torn = Site.make(site.folder.resolve("torn"), site.postgres, site.archive, 300, 8);
        Files.createDirectories(torn.home.keyEncryptionKey().getParent());
        Files.copy(site.home.keyEncryptionKey(), torn.home.keyEncryptionKey());
        Files.write(torn.home.keyEncryptionKey(), new byte[0]);
        again(stage, torn, "setting up after half a key-encryption key without a ring");
        stage.works(FileJob.intake(site, "results", Site.HERE));
    }

    /// A key-encryption key without a ring is never overwritten, since the ring may be what was lost. Nothing was
    /// filled with it yet: the documented step is to remove it and to set up again.
    private static void again(Stage stage, Site site, String what) throws Exception {
        stage.refused(site.start(site.initCommand()), what);
        Files.delete(site.home.keyEncryptionKey());
        stage.done(site.start(site.initCommand()), what + ", the key removed");
        stage.done(site.run("numbers", "jobs", "--json"), "a command after that");
    }
}
